package cn.huiyin.visit.domain;

import static cn.huiyin.visit.domain.CardMove.*;
import static cn.huiyin.visit.domain.CardState.DROPPED;
import static cn.huiyin.visit.domain.CardState.TAKEN_UP;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way of a needs card as one table. What is not in it is refused. */
public final class CardFlow {

    /**
     * One row.
     *
     * @param asksFor what must be said with it; null for nothing
     */
    public record Step(
            CardState from,
            CardMove move,
            CardState to,
            @Nullable String asksFor) {}

    private static final String DEED = "请写明做了什么，住户会看到";
    private static final String REASON = "请写明为什么办不成，住户会看到";
    private static final String CHANGE = "请写明为什么换颜色";

    public static final List<Step> TABLE = List.of(
            new Step(CardState.OPEN, TAKE_UP, TAKEN_UP, null),
            new Step(CardState.OPEN, DONE, CardState.DONE, DEED),
            new Step(CardState.OPEN, DROP, DROPPED, REASON),
            new Step(CardState.OPEN, RECOLOUR, CardState.OPEN, CHANGE),
            // somebody else goes on with it
            new Step(TAKEN_UP, TAKE_UP, TAKEN_UP, null),
            new Step(TAKEN_UP, DONE, CardState.DONE, DEED),
            new Step(TAKEN_UP, DROP, DROPPED, REASON),
            new Step(TAKEN_UP, RECOLOUR, TAKEN_UP, CHANGE));

    private CardFlow() {}

    /** What a move comes to. */
    public record Moved(CardState to, CardColour colour) {}

    /**
     * A move, or a {@link Refusal} that leaves the card as it was.
     *
     * @param note what was done, or why
     * @param colour RECOLOUR: to which
     */
    public static Moved move(
            CardState from, CardColour now, CardMove move, @Nullable String note, @Nullable CardColour colour) {
        Step step = step(from, move)
                .orElseThrow(() -> Refusal.conflict(
                        "MOVE_REFUSED", "这张需求卡现在是“%s”，不能“%s”".formatted(from.chinese(), move.chinese())));
        if (step.asksFor() != null && (note == null || note.isBlank())) {
            throw Refusal.invalid(new Fault("note", step.asksFor()));
        }
        if (move != RECOLOUR) {
            return new Moved(step.to(), now);
        }
        if (colour == null || colour == now) {
            throw Refusal.invalid(new Fault("colour", "请选择另一种颜色"));
        }
        return new Moved(step.to(), colour);
    }

    private static Optional<Step> step(CardState from, CardMove move) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.move() == move)
                .findFirst();
    }

    /** What can be done with a card now. */
    public static List<CardMove> open(CardState from) {
        return TABLE.stream()
                .filter(step -> step.from() == from)
                .map(Step::move)
                .toList();
    }
}
