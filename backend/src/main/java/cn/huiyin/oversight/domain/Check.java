package cn.huiyin.oversight.domain;

import cn.huiyin.problem.Refusal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A visit that was drawn for a spot check.
 *
 * @param by who made the visit
 * @param inTime it was entered in time
 * @param supervisor who checks it; null as long as nobody does
 * @param version the number of its last event
 */
public record Check(
        String visit,
        String household,
        String path,
        long by,
        boolean inTime,
        CheckState state,
        Instant dueAt,
        @Nullable Long supervisor,
        int version) {

    /** What somebody is to a check. */
    public enum Part {
        /** A supervisor of the place who did not make the visit. */
        SUPERVISOR,
        /** The supervisor it was given to. */
        CHECKER
    }

    private record Row(CheckState from, CheckMove move, Part part) {}

    private static final List<Row> TABLE = List.of(
            new Row(CheckState.DRAWN, CheckMove.ASSIGN, Part.SUPERVISOR),
            new Row(CheckState.ASSIGNED, CheckMove.ASSIGN, Part.SUPERVISOR),
            new Row(CheckState.ASSIGNED, CheckMove.TRY, Part.CHECKER),
            new Row(CheckState.ASSIGNED, CheckMove.REPORT, Part.CHECKER));

    /** What may be done now by somebody who is this to it. */
    public Set<CheckMove> moves(Set<Part> parts) {
        Set<CheckMove> moves = EnumSet.noneOf(CheckMove.class);
        TABLE.stream()
                .filter(row -> row.from() == state && parts.contains(row.part()))
                .forEach(row -> moves.add(row.move()));
        return moves;
    }

    /** Where a move leads; a refusal where it may not be made. */
    public CheckState after(CheckMove move, Set<Part> parts, @Nullable Findings findings) {
        if (!moves(parts).contains(move)) {
            throw refused(move);
        }
        return switch (move) {
            case ASSIGN, TRY -> CheckState.ASSIGNED;
            case REPORT -> findings != null && findings.any() ? CheckState.FINDINGS : CheckState.PASSED;
        };
    }

    private Refusal refused(CheckMove move) {
        boolean everPossible = TABLE.stream().anyMatch(row -> row.from() == state && row.move() == move);
        return everPossible
                ? Refusal.notYours("NOT_ALLOWED", move == CheckMove.ASSIGN ? "自己走访的不能由自己安排核查" : "由安排的核查人填写结果")
                : Refusal.conflict("CHECK_MOVE_REFUSED", "这次抽查现在是“%s”，不能%s".formatted(state.chinese(), move.chinese()));
    }

    /** Whether somebody may check it: nobody checks their own visit. */
    public boolean mayBeCheckedBy(long account) {
        return account != by;
    }
}
