package cn.huiyin.conversation.domain;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants, as far as it was understood.
 *
 * @param about what else was said: the matter to report, the words a ticket is looked for by, a remark
 * @param number a ticket's number, where one was named
 * @param verdict what was said of an answer, where something was
 * @param choice which of the options, from 1, or the bare number; 0 where none was named
 */
public record Intent(
        Kind kind,
        String about,
        @Nullable Digits number,
        @Nullable Verdict verdict,
        int choice) {

    /** One row for each thing the bot does; each is done by the one class that names it. */
    public enum Kind {
        /** Began to follow, or came by a scan. */
        WELCOME,
        PROGRESS,
        RATE,
        NUDGE,
        REPORT,
        BOOK,
        /** What have I booked. */
        BOOKINGS,
        UNBOOK,
        TASKS,
        HUMAN,
        HELP,
        BIND,
        GREETING,
        THANKS,
        ABUSE,
        /** One of the options that were shown. */
        CHOICE,
        /** A number, and nothing was asked. */
        NUMBER,
        YES,
        /** What only a draft can be: handed in. */
        CONFIRM,
        NO,
        CANCEL,
        /** Instead of what was understood. */
        CHANGE,
        /** More of it. */
        ADD,
        /** The matter or the place we asked for. */
        TOLD,
        PICTURE,
        /** A voice message that nobody could write down. */
        MUMBLE,
        UNCLEAR
    }

    public static Intent of(Kind kind) {
        return new Intent(kind, "", null, null, 0);
    }

    public static Intent of(Kind kind, String about) {
        return new Intent(kind, about, null, null, 0);
    }

    static Intent choice(Kind kind, int choice) {
        return new Intent(kind, "", null, null, choice);
    }
}
