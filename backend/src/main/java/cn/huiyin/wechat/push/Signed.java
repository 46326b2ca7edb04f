package cn.huiyin.wechat.push;

import cn.huiyin.problem.Refusal;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * What WeChat says about a push in its address.
 *
 * @param timestamp seconds since 1970, of WeChat's clock
 * @param signature over token, timestamp, nonce and what is sealed
 */
record Signed(long timestamp, String nonce, String signature) {

    /** As seen on each side: nothing of WeChat's is longer. */
    private static final int LONGEST = 256;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    static final Refusal REFUSED = Refusal.notYours("NOT_ALLOWED", "这不是微信发来的内容");

    /** Only what is sealed: without {@code encrypt_type=aes} it is plaintext, which anybody can write. */
    static Signed of(MultiValueMap<String, String> query) {
        if (!one(query, "encrypt_type").equals("aes")) {
            throw REFUSED;
        }
        return new Signed(seconds(query), one(query, "nonce"), one(query, "msg_signature"));
    }

    private static long seconds(MultiValueMap<String, String> query) {
        var text = one(query, "timestamp");
        if (!SECONDS.matcher(text).matches()) {
            throw REFUSED;
        }
        return Long.parseLong(text);
    }

    /** There once, not empty and not too long; otherwise refused. */
    static String one(MultiValueMap<String, String> query, String name) {
        var values = query.getOrDefault(name, java.util.List.of());
        var value = values.size() == 1 ? values.get(0) : null;
        if (value == null || value.isEmpty() || value.length() > LONGEST) {
            throw REFUSED;
        }
        return value;
    }
}
