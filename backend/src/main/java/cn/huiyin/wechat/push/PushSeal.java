package cn.huiyin.wechat.push;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The seal between WeChat and one app: SHA-1 over the sorted parts, and AES-256-CBC over random(16), length(4), message and
 * app-id. Source: WeChat's 消息加解密说明. Waits for nothing, so it may run on an event loop.
 */
final class PushSeal {

    private static final int KEY_CHARACTERS = 43;
    private static final int SALT = 16;
    private static final int HEAD = SALT + Integer.BYTES;
    private static final int AES_BLOCK = 16;
    /** WeChat pads to 32 bytes, twice the block of AES. */
    private static final int PADDED_TO = 32;

    private final byte[] appId;
    private final String token;
    private final byte[] key;
    private final SecureRandom random;

    private PushSeal(String appId, String token, byte[] key) {
        this.appId = appId.getBytes(StandardCharsets.UTF_8);
        this.token = token;
        this.key = key;
        try {
            // A generator that reads the system's source once, here, and never on an event loop.
            this.random = SecureRandom.getInstance("DRBG");
            random.nextBytes(new byte[1]);
            cipher(Cipher.ENCRYPT_MODE);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Empty where the EncodingAESKey is none: 43 characters of Base64. */
    static Optional<PushSeal> of(String appId, String token, String encodingAesKey) {
        if (encodingAesKey.length() != KEY_CHARACTERS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PushSeal(appId, token, Base64.getDecoder().decode(encodingAesKey + "=")));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    /** Whether this is the signature over our token and these parts; takes as long for a wrong one as for the right one. */
    boolean isSigned(String signature, String... parts) {
        return MessageDigest.isEqual(
                signature.getBytes(StandardCharsets.UTF_8), sign(parts).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-1 over our token and these parts, sorted; in hex. */
    String sign(String... parts) {
        var sorted = Arrays.copyOf(parts, parts.length + 1);
        sorted[parts.length] = token;
        Arrays.sort(sorted);
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The message within; empty where it was not sealed by this key for this app. */
    Optional<String> open(String sealed) {
        try {
            var bytes = Base64.getDecoder().decode(sealed.strip());
            return bytes.length < PADDED_TO || bytes.length % AES_BLOCK != 0
                    ? Optional.empty()
                    : message(cipher(Cipher.DECRYPT_MODE).doFinal(bytes));
        } catch (IllegalArgumentException | GeneralSecurityException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
    }

    /** Sealed anew each time: the same message looks different. */
    String seal(String message) {
        var salt = new byte[SALT];
        random.nextBytes(salt);
        return seal(salt, message);
    }

    String seal(byte[] salt, String message) {
        var text = message.getBytes(StandardCharsets.UTF_8);
        var length = HEAD + text.length + appId.length;
        var padding = PADDED_TO - length % PADDED_TO;
        var plain = ByteBuffer.allocate(length + padding)
                .put(salt)
                .putInt(text.length)
                .put(text)
                .put(appId);
        Arrays.fill(plain.array(), length, plain.capacity(), (byte) padding);
        try {
            return Base64.getEncoder()
                    .encodeToString(cipher(Cipher.ENCRYPT_MODE).doFinal(plain.array()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<String> message(byte[] plain) throws CharacterCodingException {
        int padding = plain[plain.length - 1];
        var end = plain.length - padding;
        if (padding < 1 || padding > PADDED_TO || end < HEAD) {
            return Optional.empty();
        }
        var length = ByteBuffer.wrap(plain).getInt(SALT);
        if (length < 0 || length > end - HEAD) {
            return Optional.empty();
        }
        var tail = Arrays.copyOfRange(plain, HEAD + length, end);
        return MessageDigest.isEqual(tail, appId)
                ? Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(plain, HEAD, length))
                        .toString())
                : Optional.empty();
    }

    private Cipher cipher(int mode) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, AES_BLOCK)));
        return cipher;
    }
}
