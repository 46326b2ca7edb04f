package cn.huiyin.media;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How photos and voice are taken in and kept.
 *
 * @param store {@code disk} or {@code s3}
 * @param folder where files lie on disk; uploads under way are spooled in {@code .spool} below it, for {@code s3} too
 * @param keepFree below this much free space uploads are refused rather than half taken
 * @param uploadIdle an upload that sends nothing for this long is given up
 * @param uploadLimit an upload that takes longer than this is given up
 * @param looseFor an upload that nothing was attached to for this long is swept
 * @param loosePerOwner how many unattached uploads one account may have at a time
 * @param sweepEvery how often is swept
 * @param linkFor a signed link holds at least this long, at most twice as long
 * @param linkKey the key of signed links, ≥ 32 characters, the same for all replicas; without it one is made at start
 * @param threads how many files are worked on at a time
 */
@ConfigurationProperties("huiyin.media")
public record MediaSettings(
        @DefaultValue("disk") Store store,
        @DefaultValue("data/media") Path folder,
        @DefaultValue("256MB") DataSize keepFree,
        @DefaultValue("20s") Duration uploadIdle,
        @DefaultValue("3m") Duration uploadLimit,
        @DefaultValue("24h") Duration looseFor,
        @DefaultValue("60") int loosePerOwner,
        @DefaultValue("10m") Duration sweepEvery,
        @DefaultValue("15m") Duration linkFor,
        @Nullable String linkKey,
        @DefaultValue("8") int threads,
        @DefaultValue S3 s3) {

    public enum Store {
        DISK,
        S3
    }

    /**
     * Any store that speaks S3.
     *
     * @param endpoint such as {@code https://cos.ap-guangzhou.myqcloud.com}; null means Amazon's own
     * @param pathStyle bucket in the path rather than in the host name
     * @param accessKey null means the SDK's own chain of providers
     * @param prefix put before each key, such as {@code media/}
     * @param callLimit one call with all its tries
     * @param tryLimit one try
     */
    public record S3(
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @DefaultValue("huiyin-media") String bucket,
            @DefaultValue("false") boolean pathStyle,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("media/") String prefix,
            @DefaultValue("30s") Duration callLimit,
            @DefaultValue("10s") Duration tryLimit) {}
}
