package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.domain.Entry.Audience;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of the policy: for such messages, these ways.
 *
 * @param name what an operator reads
 * @param audiences for whom
 * @param weights of which weight
 * @param occasions only these; empty for all
 * @param mustReach only those that must reach the person, or only the others; null for both
 * @param channels in the order they are tried
 * @param hold the hours in which it waits; null for never
 * @param limit whether it counts against the limit of the day
 * @param task a human gets a task where no way reaches the person
 */
public record Rule(
        String name,
        Set<Audience> audiences,
        Set<Weight> weights,
        Set<String> occasions,
        @Nullable Boolean mustReach,
        List<String> channels,
        @Nullable Hours hold,
        boolean limit,
        boolean task) {

    public boolean fits(Entry entry, Weight weight) {
        return (occasions.isEmpty() || occasions.contains(entry.occasion()))
                && fits(entry.audience(), weight, entry.mustReach());
    }

    boolean fits(Audience audience, Weight weight, boolean must) {
        return audiences.contains(audience) && weights.contains(weight) && (mustReach == null || mustReach == must);
    }

    /** @param own a person may set hours of their own in place of these */
    public record Hours(QuietHours quiet, boolean own) {}
}
