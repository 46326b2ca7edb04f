package cn.huiyin.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys for personal data; the program does not start without them.
 *
 * @param keyset two Tink keysets in one JSON object, {@code {"seal":{…AES256_GCM…},"index":{…HMAC_SHA256…}}}, or the path
 *     of a file that holds it. {@link Keys#fresh()} makes one. Whoever loses it loses every phone number; whoever
 *     changes the index keyset can no longer find anybody by phone
 */
@ConfigurationProperties("huiyin.privacy")
public record PrivacySettings(@Nullable String keyset) {

    /** The keys must not be printed by accident. */
    @Override
    public String toString() {
        return "PrivacySettings[keyset=***]";
    }
}
