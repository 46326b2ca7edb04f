package cn.huiyin.media;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Short-lived links to photos and voice, for whoever was shown the thing they hang on. A mini-program's
 * {@code <image>} sends no Authorization, so owners get such links too.
 *
 * <p>The machine's own clock decides here, not the one that deadlines obey: a link is a lock, not a promise. The end is
 * rounded up to a whole {@code linkFor}, so the same link comes out for a while and the phone's cache can hit.
 */
@Component
public class MediaLinks {

    private static final Logger log = LoggerFactory.getLogger(MediaLinks.class);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final long holds;
    private final InstantSource clock;

    @Autowired
    public MediaLinks(MediaSettings settings) {
        this(settings.linkKey(), settings.linkFor(), InstantSource.system());
    }

    public MediaLinks(@Nullable String key, Duration holds, InstantSource clock) {
        this.key = new SecretKeySpec(keyBytes(key), ALGORITHM);
        this.holds = Math.max(1, holds.toSeconds());
        this.clock = clock;
    }

    /** What a link opens. */
    public enum Sight {
        /** What is not hidden. */
        PLAIN,
        /** What is hidden too: for its author and for those who decide about it. */
        UNVEILED
    }

    /** The path with its signature, to be put behind the address of the service. */
    public String link(MediaId id) {
        return path(id, Sight.PLAIN);
    }

    /** The same for those who may see it though it is hidden. */
    public String unveiled(MediaId id) {
        return path(id, Sight.UNVEILED) + "&sight=" + Sight.UNVEILED;
    }

    private String path(MediaId id, Sight sight) {
        long now = clock.instant().getEpochSecond();
        long until = (now / holds + 2) * holds;
        return "/api/v1/media/" + id + "?until=" + until + "&sig=" + sign(id, until, sight);
    }

    /** Was this link made here for this id, and does it still hold. */
    public boolean holds(MediaId id, String until, String signature) {
        return holds(id, until, signature, Sight.PLAIN);
    }

    /** Was this link made here for this id and this sight, and does it still hold. */
    public boolean holds(MediaId id, String until, String signature, Sight sight) {
        if (!until.matches("[0-9]{1,12}")) {
            return false;
        }
        long end = Long.parseLong(until);
        byte[] ours = sign(id, end, sight).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(ours, signature.getBytes(StandardCharsets.UTF_8))
                && clock.instant().getEpochSecond() < end;
    }

    private String sign(MediaId id, long until, Sight sight) {
        String opened = sight == Sight.PLAIN ? "" : ":" + sight;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signature = mac.doFinal((id + ":" + until + opened).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] keyBytes(@Nullable String key) {
        if (key == null || key.isBlank()) {
            log.warn("huiyin.media.link-key is not set: links are signed with a key of this process alone");
            byte[] made = new byte[32];
            new SecureRandom().nextBytes(made);
            return made;
        }
        if (key.length() < 32) {
            throw new IllegalArgumentException("huiyin.media.link-key needs at least 32 characters");
        }
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
