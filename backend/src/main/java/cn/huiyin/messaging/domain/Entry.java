package cn.huiyin.messaging.domain;

import cn.huiyin.messaging.spi.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of the catalogue: an occasion to tell somebody something.
 *
 * @param audience who it is for; says who has to help when nothing reaches them
 * @param weight how much hangs on it
 * @param mustReach a human gets a task where nothing outside the inbox reaches the person
 * @param unknown what to do when nobody knows whether it arrived
 * @param task a task for its audience instead of a message
 * @param sentence what stands in the inbox
 * @param page where a tap leads in the mini-program
 * @param letters one for each channel, in the order they are tried
 */
public record Entry(
        String occasion,
        Audience audience,
        Weight weight,
        boolean mustReach,
        AfterUnknown unknown,
        boolean task,
        Phrase sentence,
        Phrase page,
        List<Letter> letters) {

    /** How the occasions that tell of other messages begin. */
    private static final String SUMMARY = "SUMMARY";

    /** Goes before the others. */
    public boolean urgent() {
        return weight.hurries();
    }

    /** How much hangs on it, as its subject stands. */
    public Weight weightOf(Map<String, String> facts) {
        return "true".equals(facts.get(Subject.HAZARD)) ? weight.inDanger() : weight;
    }

    /** How it is put for this channel. */
    public Optional<Letter> letter(String channel) {
        return letters.stream()
                .filter(letter -> letter.channel().equals(channel))
                .findFirst();
    }

    /** It tells of other messages, which are in the inbox themselves. */
    public boolean isSummary() {
        return occasion.startsWith(SUMMARY);
    }

    /** The same, where a human gets a task if nothing reaches the person. */
    public Entry owed() {
        return new Entry(occasion, audience, weight, true, unknown, task, sentence, page, letters);
    }

    /** Who an occasion is for. */
    public enum Audience {
        RESIDENT,
        STAFF
    }

    /** What follows when nobody knows whether a message arrived. */
    public enum AfterUnknown {
        /** Sent once more: it must be told, even twice. */
        AGAIN,
        /** Not sent again: twice would be worse than never. */
        KEEP
    }
}
