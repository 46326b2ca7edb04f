package cn.huiyin.oversight.domain;

import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rectification notice 整改通知书.
 *
 * @param visit the check it came of
 * @param days working days of the limit that runs
 * @param answeredAt since the limit last began
 * @param lookBack a look-back waits for it
 * @param version the number of its last event
 */
public record Rectification(
        String no,
        String visit,
        String path,
        RectificationState state,
        Instant issuedAt,
        long issuedBy,
        int days,
        Instant dueAt,
        @Nullable Instant answeredAt,
        int timesBack,
        boolean lookBack,
        int version) {

    /** What somebody is to a notice. */
    public enum Part {
        /** Answers for the community. */
        COMMUNITY,
        SUPERVISOR
    }

    private record Row(RectificationState from, RectificationMove move, Part part, RectificationState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(RectificationState.ISSUED, RectificationMove.ANSWER, Part.COMMUNITY, RectificationState.ANSWERED),
            new Row(
                    RectificationState.SENT_BACK,
                    RectificationMove.ANSWER,
                    Part.COMMUNITY,
                    RectificationState.ANSWERED),
            new Row(
                    RectificationState.ANSWERED,
                    RectificationMove.ACCEPT,
                    Part.SUPERVISOR,
                    RectificationState.ACCEPTED),
            new Row(
                    RectificationState.ANSWERED,
                    RectificationMove.SEND_BACK,
                    Part.SUPERVISOR,
                    RectificationState.SENT_BACK),
            new Row(
                    RectificationState.ISSUED,
                    RectificationMove.WITHDRAW,
                    Part.SUPERVISOR,
                    RectificationState.WITHDRAWN),
            new Row(RectificationState.ISSUED, RectificationMove.LOOK_BACK, Part.SUPERVISOR, RectificationState.ISSUED),
            new Row(
                    RectificationState.ANSWERED,
                    RectificationMove.LOOK_BACK,
                    Part.SUPERVISOR,
                    RectificationState.ANSWERED),
            new Row(
                    RectificationState.SENT_BACK,
                    RectificationMove.LOOK_BACK,
                    Part.SUPERVISOR,
                    RectificationState.SENT_BACK),
            new Row(
                    RectificationState.ACCEPTED,
                    RectificationMove.LOOK_BACK,
                    Part.SUPERVISOR,
                    RectificationState.ACCEPTED));

    /** What may be done now by somebody who is this to it. */
    public Set<RectificationMove> moves(Set<Part> parts) {
        Set<RectificationMove> moves = EnumSet.noneOf(RectificationMove.class);
        TABLE.stream()
                .filter(row -> row.from() == state && parts.contains(row.part()))
                .filter(row -> row.move() != RectificationMove.LOOK_BACK || lookBack)
                .forEach(row -> moves.add(row.move()));
        return moves;
    }

    /** Where a move leads; a refusal where it may not be made. */
    public RectificationState after(RectificationMove move, Set<Part> parts, @Nullable LookedBack result) {
        Row row = TABLE.stream()
                .filter(one -> one.from() == state && one.move() == move)
                .findFirst()
                .orElseThrow(() -> refused("这份整改通知现在是“%s”，不能%s".formatted(state.chinese(), move.chinese())));
        if (!parts.contains(row.part())) {
            throw Refusal.notYours("NOT_ALLOWED", row.part() == Part.COMMUNITY ? "由社区管理员答复" : "由督办人员办理");
        }
        if (move != RectificationMove.LOOK_BACK) {
            return row.to();
        }
        if (!lookBack) {
            throw refused("这份整改通知现在不用回头看，每季度结束后统一进行");
        }
        if ((result == LookedBack.STILL_OPEN) == (state == RectificationState.ACCEPTED)) {
            throw refused(state == RectificationState.ACCEPTED ? "已经验收的，请选择“保持”或“反弹”" : "还没有验收的，只能记为“仍未整改到位”");
        }
        return result == LookedBack.RELAPSED ? RectificationState.SENT_BACK : row.to();
    }

    private static Refusal refused(String why) {
        return Refusal.conflict("RECTIFICATION_MOVE_REFUSED", why);
    }

    /** A move after which a limit begins anew. */
    public static boolean begins(RectificationMove move, @Nullable LookedBack result) {
        return move == RectificationMove.SEND_BACK || result == LookedBack.RELAPSED;
    }

    /** The state of its deadline as the contract names it. */
    public String deadline(Instant now) {
        if (state == RectificationState.WITHDRAWN) {
            return "WITHDRAWN";
        }
        if (answeredAt != null) {
            return answeredAt.isAfter(dueAt) ? "MISSED" : "MET";
        }
        return now.isAfter(dueAt) ? "MISSED" : "RUNNING";
    }
}
