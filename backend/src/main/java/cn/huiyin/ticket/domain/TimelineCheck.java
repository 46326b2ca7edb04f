package cn.huiyin.ticket.domain;

import cn.huiyin.ticket.domain.TicketEvent.Chain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What looking through a whole timeline found.
 *
 * @param valid every line is as it was written, in its place, none is missing
 * @param brokenAt the first line that is not, or the one that is missing
 * @param head the hash of the last line, worth keeping: it vouches for all before it
 */
public record TimelineCheck(
        boolean valid, int events, @Nullable Integer brokenAt, String finding, String head) {

    public static TimelineCheck of(Chain recorded, List<TicketEvent> stored) {
        String previous = TicketEvent.GENESIS;
        int expected = 1;
        for (TicketEvent event : stored) {
            String finding = findingIn(event, expected, previous, recorded);
            if (finding != null) {
                return new TimelineCheck(false, stored.size(), expected, finding, recorded.head());
            }
            previous = event.hash();
            expected++;
        }
        boolean whole = stored.size() == recorded.length() && previous.equals(recorded.head());
        return whole
                ? new TimelineCheck(true, stored.size(), null, "记录完整，没有被改动过", recorded.head())
                : new TimelineCheck(false, stored.size(), expected, "末尾有记录缺失", recorded.head());
    }

    private static @Nullable String findingIn(TicketEvent event, int expected, String previous, Chain recorded) {
        if (event.seq() != expected || !event.no().equals(recorded.no())) {
            return "第%d条记录缺失".formatted(expected);
        }
        if (!event.previousHash().equals(previous)) {
            return "第%d条与前一条接不上".formatted(expected);
        }
        return event.isSound() ? null : "第%d条被改动过".formatted(expected);
    }
}
