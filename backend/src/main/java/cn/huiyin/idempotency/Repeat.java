package cn.huiyin.idempotency;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * By what a request is known again.
 *
 * @param caller the account that asks
 * @param key {@code Idempotency-Key}; without one, nothing is known again
 * @param fingerprint SHA-256 in hex of method, path and body
 */
public record Repeat(long caller, @Nullable String key, String fingerprint) {

    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST_KEY = 128;

    /** The same content gives the same characters, in whatever order it came. */
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** Throws a {@link Refusal} for a key that is no key: 1 to 128 visible characters of ASCII. */
    public static Repeat of(long caller, @Nullable String key, String methodAndPath, Object body) {
        if (key != null && !isKey(key)) {
            throw Refusal.invalid(new Fault(HEADER, "Idempotency-Key 须是 1 到 128 个英文字母、数字或符号"));
        }
        return new Repeat(caller, key, sha256(methodAndPath + "\n" + CANONICAL.writeValueAsString(body)));
    }

    private static boolean isKey(String key) {
        return !key.isEmpty() && key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
