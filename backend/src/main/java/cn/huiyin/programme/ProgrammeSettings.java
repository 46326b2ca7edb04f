package cn.huiyin.programme;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.programme.domain.Route.Manner;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When programmes are spoken of, and how a day is walked ({@code huiyin.programme.*}); the figures of a day are ours.
 *
 * @param enabled whether this node plans
 * @param at the time of day at which grid workers hear each week who is due, in Shanghai
 * @param planEvery how often it looks what is to be planned
 * @param day how a day is walked
 */
@ConfigurationProperties("huiyin.programme")
public record ProgrammeSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("08:30") LocalTime at,
        @DefaultValue("10m") Duration planEvery,
        @DefaultValue Day day) {

    /**
     * A grid worker's day.
     *
     * @param visits at most so many homes
     * @param ordinary minutes of a visit, as are the next three; {@code between} is from one building to another
     * @param topDown rooms from the top floor down
     */
    public record Day(
            @DefaultValue("09:00") LocalTime from,
            @DefaultValue("17:30") LocalTime to,
            @DefaultValue("12") int visits,
            @DefaultValue("20") int ordinary,
            @DefaultValue("30") int key,
            @DefaultValue("40") int special,
            @DefaultValue("10") int between,
            @DefaultValue("true") boolean topDown) {

        /** Within these limits. */
        Manner manner(int visitsAsked, LocalTime fromAsked, LocalTime toAsked) {
            return new Manner(
                    fromAsked,
                    toAsked,
                    visitsAsked,
                    Map.of(HouseholdClass.ORDINARY, ordinary, HouseholdClass.KEY, key, HouseholdClass.SPECIAL, special),
                    between,
                    topDown);
        }
    }
}
