package cn.huiyin.programme.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a home stands with its next visit on a day. */
public enum Due {
    /** The last day has passed: a visit is owed 欠账. */
    OVERDUE("已超期"),
    /** Within the notice before the last day. */
    DUE("该走访了"),
    /** Visited not long ago. */
    NOT_YET("还没到期"),
    /** The home wants no visits at present. */
    REFUSED("谢绝走访"),
    /** Nobody is at home. */
    LEFT_OUT("不走访");

    private final String chinese;

    Due(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** @param dueOn the last day; null where the home is left out */
    public static Due of(@Nullable LocalDate dueOn, int notice, LocalDate day) {
        if (dueOn == null) {
            return LEFT_OUT;
        }
        return dueOn.isBefore(day) ? OVERDUE : dueOn.minusDays(notice).isAfter(day) ? NOT_YET : DUE;
    }
}
