package cn.huiyin.care;

import cn.huiyin.care.domain.Plan;
import cn.huiyin.care.domain.What;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A care as the contract shows it to staff.
 *
 * @param plan only for whoever looks after the household; others have null
 * @param lateMeasures how many measures should be done by now and are not; null where the plan is not shown
 * @param history the newest first; its notes only for whoever reads the plan
 * @param steps what the caller may do now
 */
public record CareView(
        String householdId,
        String place,
        String room,
        boolean open,
        @Nullable Person specialist,
        LocalDate beganOn,
        @Nullable LocalDate endedOn,
        @Nullable Instant assignedAt,
        @Nullable Instant plannedAt,
        @Nullable Instant reviewedAt,
        @Nullable LocalDate reviewDue,
        boolean overdue,
        @Nullable Plan plan,
        @Nullable Long lateMeasures,
        List<Event> history,
        Set<What> steps,
        int version) {

    public record Person(String id, String name) {}

    /** One line of the history. */
    public record Event(
            Instant at,
            What what,
            String whatName,
            String by,
            @Nullable Person specialist,
            @Nullable String note) {}

    /** A care in a list. */
    public record Line(
            String householdId,
            String place,
            String room,
            boolean open,
            @Nullable Person specialist,
            LocalDate beganOn,
            @Nullable Instant plannedAt,
            @Nullable Instant reviewedAt,
            @Nullable LocalDate reviewDue,
            boolean overdue,
            int version) {}

    /** What the household itself sees. */
    public record Mine(
            @Nullable String specialist,
            @Nullable Instant since,
            @Nullable String plain,
            @Nullable Instant plannedAt,
            @Nullable Instant reviewedAt) {}
}
