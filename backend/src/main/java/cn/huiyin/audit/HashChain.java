package cn.huiyin.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain in which each hash seals its own fields and the hash before it. What is hashed with SHA-256 is the previous
 * hash and then each field in turn, every one written as its length in bytes of UTF-8, a colon, the text itself and a
 * comma; a field that is null is a minus and a comma. So {@code next("00", List.of("回", "a"))} hashes the bytes of
 * {@code 2:00,3:回,1:a,}. The result is 64 lower-case hex digits. PostgreSQL does the same in {@code hash_chain_next}.
 */
public final class HashChain {

    /** What the first entry of a chain takes for the hash before it. */
    public static final String START = "0".repeat(64);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private HashChain() {}

    public static String next(String previousHash, List<? extends @Nullable String> fields) {
        MessageDigest digest = sha256();
        seal(digest, previousHash);
        fields.forEach(field -> seal(digest, field));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A time as a field: UTC with six digits of a second, which is what PostgreSQL keeps; more digits are cut off. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    private static void seal(MessageDigest digest, @Nullable String field) {
        if (field == null) {
            digest.update(new byte[] {'-', ','});
            return;
        }
        byte[] text = field.getBytes(StandardCharsets.UTF_8);
        digest.update((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(text);
        digest.update((byte) ',');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
