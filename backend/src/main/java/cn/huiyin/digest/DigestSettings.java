package cn.huiyin.digest;

import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.domain.Rhythm;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When digests are told ({@code huiyin.digest.*}). Source of the rhythm: S3 3.3, grids each day, communities each week,
 * streets each month; the hour is ours.
 *
 * @param enabled whether this node plans them
 * @param at the time of day, in Shanghai
 * @param everyDay whether a grid's is told on weekends and holidays too
 * @param ahead how long before its time one is planned
 * @param planEvery how often it looks what is to be planned
 * @param gridKeeps how long after its time a grid's may still be told; half a day
 * @param communityKeeps the same for a community's
 * @param streetKeeps the same for a street's
 */
@ConfigurationProperties("huiyin.digest")
public record DigestSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("08:30") LocalTime at,
        @DefaultValue("true") boolean everyDay,
        @DefaultValue("1d") Duration ahead,
        @DefaultValue("1m") Duration planEvery,
        @DefaultValue("12h") Duration gridKeeps,
        @DefaultValue("2d") Duration communityKeeps,
        @DefaultValue("5d") Duration streetKeeps) {

    Rhythm rhythm() {
        return new Rhythm(
                at,
                everyDay,
                ahead,
                Map.of(
                        DigestKind.GRID, gridKeeps,
                        DigestKind.COMMUNITY, communityKeeps,
                        DigestKind.STREET, streetKeeps));
    }
}
