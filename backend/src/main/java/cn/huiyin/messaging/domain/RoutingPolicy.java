package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Entry.Audience;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How messages reach people. Read from {@code messages/routing.yaml} by {@link RoutingReader}.
 *
 * @param rules the first that fits counts
 * @param night quiet hours for those who have none of their own
 * @param own how far one's own may reach
 * @param limits messages a day that count, for one person
 * @param summary when messages become one
 * @param reserve customer-service messages that are left to the conversation
 */
public record RoutingPolicy(
        List<Rule> rules, QuietHours night, Own own, Map<Audience, Integer> limits, Summary summary, int reserve) {

    public Rule ruleFor(Entry entry, Weight weight) {
        return rules.stream()
                .filter(rule -> rule.fits(entry, weight))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule for " + entry.occasion()));
    }

    public int limit(Audience audience) {
        return limits.getOrDefault(audience, Integer.MAX_VALUE);
    }

    /** The same with other limits for those who are named. */
    public RoutingPolicy with(Map<Audience, Integer> others) {
        var all = new EnumMap<Audience, Integer>(Audience.class);
        all.putAll(limits);
        all.putAll(others);
        return new RoutingPolicy(rules, night, own, Map.copyOf(all), summary, reserve);
    }

    /** A span of the day, both ends in it. */
    public record Span(LocalTime from, LocalTime to) {

        public boolean contains(LocalTime time) {
            return !time.isBefore(from) && !time.isAfter(to);
        }
    }

    /** When quiet hours of one's own may begin and end. */
    public record Own(Span begin, Span end) {

        public boolean allows(QuietHours quiet) {
            return begin.contains(quiet.from()) && end.contains(quiet.to());
        }
    }

    /**
     * When messages become one.
     *
     * @param from so many that quiet hours held
     * @param at when that is told which the limit held
     * @param daily when all is told to those who want it once a day
     */
    public record Summary(int from, List<LocalTime> at, LocalTime daily) {}
}
