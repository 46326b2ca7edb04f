package cn.huiyin.privacy;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys for personal data; the program does not start without them.
 *
 * @param keyset two Tink keysets in one JSON object, {@code {"seal":{…AES256_GCM…},"index":{…HMAC_SHA256…}}}, or the path
 *     of a file that holds it. {@link Keys#fresh()} makes one. Whoever loses it loses every phone number; whoever
 *     changes the index keyset can no longer find anybody by phone
 * @param lookEvery how often the file is looked at for new keys, and what older keys sealed is sealed anew
 * @param batch how many fields are sealed anew at a time
 */
@ConfigurationProperties("huiyin.privacy")
public record PrivacySettings(
        @Nullable String keyset,
        @DefaultValue("10s") Duration lookEvery,
        @DefaultValue("200") int batch) {

    /** With everything but the keys as it comes. */
    public static PrivacySettings of(@Nullable String keyset) {
        return new PrivacySettings(keyset, Duration.ofSeconds(10), 200);
    }

    /** The keys must not be printed by accident. */
    @Override
    public String toString() {
        return "PrivacySettings[keyset=***]";
    }
}
