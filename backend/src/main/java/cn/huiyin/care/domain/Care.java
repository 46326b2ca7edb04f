package cn.huiyin.care.domain;

import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The care of a special household.
 *
 * @param household its file
 * @param path of its building
 * @param specialist who looks after it; null as long as nobody is assigned
 * @param reviewDue by when the plan should be made or gone through; null while nobody is assigned
 * @param version the number of its last event
 */
public record Care(
        String household,
        String path,
        boolean open,
        @Nullable Long specialist,
        @Nullable Instant assignedAt,
        @Nullable Instant plannedAt,
        @Nullable Instant reviewedAt,
        @Nullable LocalDate reviewDue,
        LocalDate beganOn,
        @Nullable LocalDate endedOn,
        int version) {

    /** What somebody is to a care. */
    public enum Part {
        SPECIALIST,
        DISPATCHER,
        /** Sees who looks after whom, and how far it is; not the plan. */
        ONLOOKER
    }

    private static final Set<What> OF_DISPATCHER = EnumSet.of(What.ASSIGNED, What.HANDED_OVER);

    /** What may be done now by somebody who is this to it. */
    public Set<What> steps(Set<Part> parts) {
        Set<What> steps = EnumSet.noneOf(What.class);
        if (!open) {
            return steps;
        }
        if (parts.contains(Part.DISPATCHER)) {
            steps.add(specialist == null ? What.ASSIGNED : What.HANDED_OVER);
        }
        if (parts.contains(Part.SPECIALIST)) {
            steps.add(What.PLANNED);
            if (plannedAt != null) {
                steps.add(What.REVIEWED);
            }
        }
        return steps;
    }

    /** Refuses a step that may not be made, with the reason. */
    public void mayStep(What step, Set<Part> parts) {
        if (steps(parts).contains(step)) {
            return;
        }
        if (!open) {
            throw Refusal.conflict("CARE_ENDED", "这一户已经不是特殊家庭，专员服务结束了");
        }
        boolean forDispatcher = OF_DISPATCHER.contains(step);
        if (!parts.contains(forDispatcher ? Part.DISPATCHER : Part.SPECIALIST)) {
            throw Refusal.notYours("NOT_ALLOWED", forDispatcher ? "专员由社区管理员指定和更换" : "计划和回顾由这一户的专员来写");
        }
        throw Refusal.conflict(
                "STEP_REFUSED",
                switch (step) {
                    case ASSIGNED -> "已经有专员了，请用“更换专员”并写明原因";
                    case HANDED_OVER -> "还没有指定专员";
                    case REVIEWED -> "请先制定计划，再做回顾";
                    default -> "现在不能这样做";
                });
    }

    /** Who reads the plan: those who look after the household. */
    public static boolean readsPlan(Set<Part> parts) {
        return parts.contains(Part.SPECIALIST) || parts.contains(Part.DISPATCHER);
    }
}
