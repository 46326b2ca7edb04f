package cn.huiyin.conversation.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we remember of a talk with somebody.
 *
 * @param account whose talk it is; what was said as somebody else is forgotten
 * @param asked the last question
 * @param options what was shown to choose from: ticket numbers, ids of places
 * @param about what the question is about: a ticket's number, or the words of a matter
 * @param verdict a verdict that waits for its ticket
 * @param askedUntil how long the answer is understood by the question
 * @param draft a matter not yet handed in
 * @param draftUntil how long it is kept
 * @param misunderstood how often in a row we did not understand
 */
public record Memory(
        long account,
        Question asked,
        List<String> options,
        String about,
        @Nullable Verdict verdict,
        @Nullable Instant askedUntil,
        @Nullable Draft draft,
        @Nullable Instant draftUntil,
        int misunderstood) {

    public Memory {
        options = List.copyOf(options);
    }

    public static Memory blank(long account) {
        return new Memory(account, Question.NOTHING, List.of(), "", null, null, null, null, 0);
    }

    /** What is left of it by now. */
    public Memory at(Instant now, long account) {
        if (this.account != account) {
            return blank(account);
        }
        Memory kept = askedUntil == null || !now.isBefore(askedUntil) ? withoutQuestion() : this;
        return draftUntil == null || !now.isBefore(draftUntil) ? kept.withoutDraft() : kept;
    }

    public Memory asking(Question question, List<String> options, String about, Instant until) {
        return new Memory(account, question, options, about, null, until, draft, draftUntil, 0);
    }

    public Memory asking(Question question, Instant until) {
        return asking(question, List.of(), "", until);
    }

    /** The same question, and these words with it. */
    public Memory about(String words) {
        return new Memory(account, asked, options, words, verdict, askedUntil, draft, draftUntil, misunderstood);
    }

    public Memory holding(Verdict said) {
        return new Memory(account, asked, options, about, said, askedUntil, draft, draftUntil, misunderstood);
    }

    public Memory withoutQuestion() {
        return new Memory(account, Question.NOTHING, List.of(), "", null, null, draft, draftUntil, misunderstood);
    }

    public Memory drafting(Draft next, Instant until) {
        return new Memory(account, asked, options, about, verdict, askedUntil, next, until, 0);
    }

    public Memory withoutDraft() {
        return new Memory(account, asked, options, about, verdict, askedUntil, null, null, misunderstood);
    }

    public Memory understood() {
        return misunderstood == 0
                ? this
                : new Memory(account, asked, options, about, verdict, askedUntil, draft, draftUntil, 0);
    }

    /** The same question as {@code asking}, and still not understood. */
    public Memory wondering(Question question, String about, Instant until) {
        return new Memory(account, question, List.of(), about, null, until, draft, draftUntil, misunderstood);
    }

    public Memory misunderstoodAgain() {
        return new Memory(account, asked, options, about, verdict, askedUntil, draft, draftUntil, misunderstood + 1);
    }

    /** When nothing of it is needed any more. */
    public Instant forgetAt(Instant now, Duration atLeast) {
        Instant soon = now.plus(atLeast);
        return draftUntil != null && draftUntil.isAfter(soon) ? draftUntil : soon;
    }
}
