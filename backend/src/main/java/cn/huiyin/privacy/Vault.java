package cn.huiyin.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/**
 * Seals personal fields and finds them again. Takes microseconds of processor time and waits for nothing, so it may run
 * on an event loop.
 */
@Component
public class Vault {

    /** Bytes of a blind index: enough that two people do not share one. */
    private static final int INDEX_BYTES = 16;

    private final AtomicReference<Keys> keys;

    public Vault(PrivacySettings settings) {
        keys = new AtomicReference<>(Keys.from(settings.keyset()));
        // The first random number opens the system's source; better now than on an event loop.
        seal("", "warm");
    }

    /** From now on these seal, open and find. Whatever is under way ends with those it began with. */
    void take(Keys fresh) {
        keys.set(fresh);
    }

    Keys now() {
        return Objects.requireNonNull(keys.get());
    }

    /** @param context what the field belongs to, such as {@code account/1001/phone}; needed again to open it */
    public Sealed seal(String plain, String context) {
        try {
            return new Sealed(encode(now().seal().encrypt(plain.getBytes(UTF_8), context.getBytes(UTF_8))));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot seal " + context, broken);
        }
    }

    /** @throws IllegalStateException where the field was changed, moved to another row, or sealed with another key */
    public String open(Sealed sealed, String context) {
        try {
            return new String(
                    now().seal().decrypt(Base64.getUrlDecoder().decode(sealed.value()), context.getBytes(UTF_8)),
                    UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            throw new IllegalStateException("cannot open " + context, broken);
        }
    }

    /**
     * The same for the same text, and nobody without the key can tell whose it is.
     *
     * @param purpose keeps the indexes of two columns apart, such as {@code account/phone}
     */
    public String blindIndex(String plain, String purpose) {
        try {
            return encode(now().index().computePrimary((purpose + '\0' + plain).getBytes(UTF_8), INDEX_BYTES));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("cannot index " + purpose, broken);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
