package cn.huiyin.safety;

import static cn.huiyin.safety.CheckState.HELD;
import static cn.huiyin.safety.CheckState.HUMAN;
import static cn.huiyin.safety.CheckState.PENDING;
import static cn.huiyin.safety.CheckState.REFUSED;
import static cn.huiyin.safety.Sight.Viewer.ACTING;
import static cn.huiyin.safety.Sight.Viewer.ADDRESSEE;
import static cn.huiyin.safety.Sight.Viewer.AUTHOR;
import static cn.huiyin.safety.Sight.Viewer.OTHERS;
import static cn.huiyin.safety.Sight.Viewer.REVIEWER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody sees a piece of content that is not free for all, and what they are told about it: one table.
 *
 * <p>Content that nobody has judged yet is seen by staff who act: a gas leak does not wait for WeChat. Content that is
 * doubted is seen by its author and by those who review it, and by nobody else.
 *
 * @param shown whether the content itself is shown
 * @param mark what is said about it, or null for nothing
 */
public record Sight(boolean shown, @Nullable CheckState mark) {

    /** What somebody is to a piece of content. */
    public enum Viewer {
        /** Wrote it. */
        AUTHOR,
        /** Decides about it: 社区管理员, 督办. */
        REVIEWER,
        /** Staff who must act on it. */
        ACTING,
        /** A resident whom staff answer: the office stands by its words until WeChat doubts them. */
        ADDRESSEE,
        /** Everybody else. */
        OTHERS
    }

    private record Row(Set<CheckState> states, Set<Viewer> viewers, boolean shown, boolean marked) {}

    private static final Sight PLAIN = new Sight(true, null);

    private static final List<Row> TABLE = List.of(
            row(EnumSet.of(PENDING, HUMAN), EnumSet.of(AUTHOR, ADDRESSEE), true, false),
            row(EnumSet.of(PENDING, HUMAN), EnumSet.of(REVIEWER, ACTING), true, true),
            row(EnumSet.of(PENDING, HUMAN), EnumSet.of(OTHERS), false, true),
            row(EnumSet.of(HELD, REFUSED), EnumSet.of(AUTHOR, REVIEWER), true, true),
            row(EnumSet.of(HELD, REFUSED), EnumSet.of(ACTING, ADDRESSEE, OTHERS), false, true));

    private static Row row(Set<CheckState> states, Set<Viewer> viewers, boolean shown, boolean marked) {
        return new Row(states, viewers, shown, marked);
    }

    /** What this viewer gets of content in this state; null is content that is free for all. */
    public static Sight of(@Nullable CheckState state, Viewer viewer) {
        if (state == null) {
            return PLAIN;
        }
        return TABLE.stream()
                .filter(row -> row.states().contains(state) && row.viewers().contains(viewer))
                .findFirst()
                .map(row -> new Sight(row.shown(), row.marked() ? state : null))
                .orElse(PLAIN);
    }

    /** The content, or what stands in its place. */
    public String words(String content, String inItsPlace) {
        return shown ? content : inItsPlace;
    }
}
