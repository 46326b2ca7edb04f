package cn.huiyin.rehearsal.wechat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A message that WeChat pushes to us in safe mode: sealed with the app's key and signed with its token.
 *
 * @param query what follows the {@code ?} of the address it is posted to
 * @param body {@code {"ToUserName":…,"Encrypt":…}}
 */
public record Push(String query, String body) {

    private static final int BLOCK = 32;

    /** Seals and signs this message of the mini-program (JSON). */
    public static Push json(App app, String toUser, String message, String timestamp, String nonce) {
        var encrypt = sealed(app, random(), message);
        return new Push(
                signed(app, timestamp, nonce, encrypt),
                "{\"ToUserName\":\"%s\",\"Encrypt\":\"%s\"}".formatted(toUser, encrypt));
    }

    /** Seals and signs this message of the official account (XML). */
    public static Push xml(App app, String toUser, String message, String timestamp, String nonce) {
        var encrypt = sealed(app, random(), message);
        return new Push(
                signed(app, timestamp, nonce, encrypt),
                "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
                        .formatted(toUser, encrypt));
    }

    private static String signed(App app, String timestamp, String nonce, String encrypt) {
        return "signature=%s&timestamp=%s&nonce=%s&encrypt_type=aes&msg_signature=%s"
                .formatted(
                        signature(app.token(), timestamp, nonce),
                        timestamp,
                        nonce,
                        signature(app.token(), timestamp, nonce, encrypt));
    }

    /** SHA-1 over the parts in order, in hex. */
    public static String signature(String... parts) {
        var sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** AES-256-CBC over random(16), length(4), message, appid, padded to 32 bytes; in Base64. */
    static String sealed(App app, String random, String message) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var tail = app.appId().getBytes(StandardCharsets.UTF_8);
        var length = 16 + 4 + text.length + tail.length;
        var padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding)
                .put(random.getBytes(StandardCharsets.US_ASCII))
                .putInt(text.length)
                .put(text)
                .put(tail);
        while (plain.hasRemaining()) {
            plain.put((byte) padding);
        }
        var key = Base64.getDecoder().decode(app.encodingAesKey() + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String random() {
        return java.util.UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }
}
