package cn.huiyin.messaging.domain;

import java.util.List;

/**
 * One entry of the catalogue: an occasion to tell somebody something.
 *
 * @param audience who it is for; says who has to help when nothing reaches them
 * @param urgent goes before the others
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
        boolean urgent,
        boolean mustReach,
        AfterUnknown unknown,
        boolean task,
        Phrase sentence,
        Phrase page,
        List<Letter> letters) {

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
