package cn.huiyin.visit.domain;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.domain.ConsentFlow.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a home stands to visits, with what was said about it.
 *
 * @param stored how it stood after the last that was said; {@link #stateOn} is what holds
 * @param at since when; null where nothing was said yet
 * @param round how many times it came to a refusal
 * @param secondTryDue by when the secretary tries again; null unless that is open
 * @param quietUntil a second try was made, and until that day nobody asks after another refusal
 * @param version grows with everything that is said; 0 where nothing was
 * @param words what was said, in any order
 */
public record Consent(
        HouseholdId household,
        PlacePath path,
        ConsentState stored,
        @Nullable Instant at,
        @Nullable AccountId by,
        int round,
        @Nullable LocalDate secondTryDue,
        @Nullable LocalDate quietUntil,
        int version,
        List<Word> words) {

    /** Something that was said: what it led to, from when. */
    public record Word(int seq, Instant at, ConsentState to) {}

    /**
     * Something that is being said.
     *
     * @param at when it was said; it may arrive later
     * @param parts what the one who says or notes it is to the home
     * @param byItself nobody had asked: the household came by itself
     * @param told the purpose was told with it, or to everybody around before
     */
    public record Saying(
            ConsentDeed deed, ConsentWay way, Instant at, Set<ConsentPart> parts, boolean byItself, boolean told) {}

    /**
     * What comes of it.
     *
     * @param current whether it changes how things stand now; what arrives behind later words does not
     */
    public record Noted(
            Consent before,
            Saying saying,
            ConsentPart as,
            ConsentState from,
            ConsentState to,
            int round,
            boolean current) {

        /** How things stand now. */
        public ConsentState state() {
            return current ? to : before.stored();
        }
    }

    /** A home of which nothing was said. */
    public static Consent none(HouseholdId household, PlacePath path) {
        return new Consent(household, path, ConsentState.NONE, null, null, 0, null, null, 0, List.of());
    }

    /** What holds on a day: a second refusal is over when its time is. */
    public ConsentState stateOn(LocalDate day) {
        return ended(stored, day);
    }

    private ConsentState ended(ConsentState state, LocalDate day) {
        boolean over = quietUntil != null && !day.isBefore(quietUntil);
        return state == ConsentState.REFUSED_TWICE && over ? ConsentState.NONE : state;
    }

    /** What held at a moment, by what is known today. */
    public ConsentState stateAt(Instant moment) {
        return words.stream()
                .filter(word -> !word.at().isAfter(moment))
                .max(Comparator.comparing(Word::at).thenComparing(Word::seq))
                .map(word -> ended(word.to(), dayOf(moment)))
                .orElse(ConsentState.NONE);
    }

    /** What comes of something said, or a {@link Refusal} that leaves all as it was. */
    public Noted note(Saying saying) {
        ConsentState held = stateAt(saying.at());
        ConsentState from = held == ConsentState.NONE && saying.told() ? ConsentState.TOLD : held;
        ConsentPart as = saying.parts().stream()
                .sorted()
                .filter(part -> ConsentFlow.step(from, saying.deed(), part, saying.byItself())
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> refused(from, saying));
        Step step = ConsentFlow.step(from, saying.deed(), as, saying.byItself()).orElseThrow();
        ConsentState to = asLongAsTheyAreLeftAlone(step.to(), dayOf(saying.at()));
        boolean again = to.refuses() && !from.refuses();
        boolean current = at == null || !saying.at().isBefore(at);
        return new Noted(this, saying, as, from, to, again ? round + 1 : round, current);
    }

    /** Whoever was asked a second time not long ago is not asked a second time for the next refusal. */
    private ConsentState asLongAsTheyAreLeftAlone(ConsentState to, LocalDate day) {
        return to == ConsentState.REFUSED && quietUntil != null && day.isBefore(quietUntil)
                ? ConsentState.REFUSED_TWICE
                : to;
    }

    private Refusal refused(ConsentState from, Saying saying) {
        boolean asks = saying.deed() == ConsentDeed.TELL || saying.deed() == ConsentDeed.AGREE;
        if (from == ConsentState.REFUSED_TWICE && asks) {
            return Refusal.conflict("NOBODY_ASKS", "这一户两次谢绝走访，%s以前请不要再询问；居民自己提出的，请选“居民主动提出”".formatted(quietUntil));
        }
        if (from == ConsentState.REFUSED && asks) {
            return Refusal.conflict("SECOND_TRY_OPEN", "这一户谢绝了走访，由社区书记再联系一次，其他人请不要再询问；居民自己提出的，请选“居民主动提出”");
        }
        if (from == ConsentState.NONE && saying.deed() == ConsentDeed.AGREE) {
            return Refusal.conflict("TELL_FIRST", "请先告知走访目的，再征求同意");
        }
        if (ConsentFlow.knows(from, saying.deed())) {
            return Refusal.notYours(
                    "MOVE_NOT_YOURS", "“%s”不归您办".formatted(saying.deed().chinese()));
        }
        return Refusal.conflict(
                "MOVE_REFUSED",
                "这一户现在是“%s”，不能“%s”".formatted(from.chinese(), saying.deed().chinese()));
    }

    /** What somebody may do now; what a page shows as buttons. */
    public List<ConsentDeed> open(Set<ConsentPart> parts, LocalDate today, boolean told) {
        ConsentState now = stateOn(today);
        return ConsentFlow.open(now == ConsentState.NONE && told ? ConsentState.TOLD : now, parts);
    }

    private static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, WorkingCalendar.ZONE);
    }
}
