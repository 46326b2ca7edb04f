package cn.huiyin.visit.domain;

import static cn.huiyin.visit.domain.ConsentDeed.*;
import static cn.huiyin.visit.domain.ConsentPart.*;
import static cn.huiyin.visit.domain.ConsentState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Consent as one table: how a home stands, what is said, how it stands then, and whose it is to say or note. What is not in
 * the table is refused.
 */
public final class ConsentFlow {

    /**
     * One row.
     *
     * @param unasked only where the household came by itself; a resident always does
     */
    public record Step(ConsentState from, ConsentDeed deed, ConsentState to, boolean unasked, Set<ConsentPart> who) {}

    public static final List<Step> TABLE = List.of(
            in(NONE, TELL, TOLD, STAFF),
            in(NONE, AGREE, AGREED, RESIDENT),
            in(NONE, REFUSE, REFUSED, RESIDENT, STAFF),
            in(TOLD, TELL, TOLD, STAFF),
            in(TOLD, AGREE, AGREED, RESIDENT, STAFF),
            in(TOLD, REFUSE, REFUSED, RESIDENT, STAFF),
            in(AGREED, TELL, AGREED, STAFF),
            in(AGREED, AGREE, AGREED, RESIDENT, STAFF),
            in(AGREED, TAKE_BACK, REFUSED, RESIDENT, STAFF),
            in(AGREED, REFUSE, REFUSED, RESIDENT, STAFF),
            in(REFUSED, AGREE_AFTER_ALL, AGREED, SECRETARY),
            in(REFUSED, REFUSE_AGAIN, REFUSED_TWICE, SECRETARY),
            unasked(REFUSED, AGREE, AGREED),
            unasked(REFUSED_TWICE, AGREE, AGREED),
            // came by itself though nobody had told it anything
            unasked(NONE, AGREE, AGREED));

    private ConsentFlow() {}

    private static Step in(
            ConsentState from, ConsentDeed deed, ConsentState to, ConsentPart first, ConsentPart... rest) {
        return new Step(from, deed, to, false, Set.copyOf(EnumSet.of(first, rest)));
    }

    private static Step unasked(ConsentState from, ConsentDeed deed, ConsentState to) {
        return new Step(from, deed, to, true, Set.copyOf(EnumSet.of(RESIDENT, STAFF)));
    }

    /** The row for a deed of one part, if there is one. */
    static Optional<Step> step(ConsentState from, ConsentDeed deed, ConsentPart part, boolean byItself) {
        return TABLE.stream()
                .filter(step -> step.from() == from && step.deed() == deed)
                .filter(step -> step.who().contains(part))
                .filter(step -> !step.unasked() || byItself || part == RESIDENT)
                .findFirst();
    }

    /** Whether the deed is in the table at all, for anybody. */
    static boolean knows(ConsentState from, ConsentDeed deed) {
        return TABLE.stream().anyMatch(step -> step.from() == from && step.deed() == deed);
    }

    /** What somebody with these parts may do now; what a page shows as buttons. */
    static List<ConsentDeed> open(ConsentState from, Set<ConsentPart> parts) {
        return TABLE.stream()
                .filter(step -> step.from() == from)
                .filter(step -> step.who().stream().anyMatch(parts::contains))
                .map(Step::deed)
                .distinct()
                .toList();
    }
}
