package cn.huiyin.conversation.domain;

import java.util.EnumSet;
import java.util.Set;

/** What we asked last; the answer is understood by it for a while. */
public enum Question {
    NOTHING,
    /** Which of these tickets do you want to hear about. */
    WHICH_PROGRESS,
    /** Which of these answers do you rate. */
    WHICH_RATED,
    /** Which of these tickets is to be nudged. */
    WHICH_NUDGED,
    /** How good was this answer. */
    HOW_GOOD,
    /** One ticket was shown: what follows is about it. */
    SHOWN,
    /** What is the matter. */
    WHAT_MATTER,
    /** Where is it. */
    WHERE,
    /** Did we understand the matter. */
    IS_IT_RIGHT,
    /** What is a visit needed for, or who is to come. */
    WHAT_NEED,
    /** Which of these times. */
    WHICH_TIME,
    /** Shall this time be booked. */
    BOOK_IT,
    /** Which of these bookings is to be cancelled. */
    WHICH_BOOKING,
    /** Shall this booking really be cancelled. */
    CANCEL_IT,
    /** Shall a person get in touch. */
    WANT_A_PERSON,
    /** Shall it be reported. */
    WANT_TO_REPORT;

    private static final Set<Question> CHOOSING =
            EnumSet.of(WHICH_PROGRESS, WHICH_RATED, WHICH_NUDGED, WHERE, WHAT_NEED, WHICH_TIME, WHICH_BOOKING);

    private static final Set<Question> TIMING = EnumSet.of(WHAT_NEED, WHICH_TIME, BOOK_IT);

    private static final Set<Question> BOOKING = EnumSet.of(WHAT_NEED, WHICH_TIME, BOOK_IT, WHICH_BOOKING, CANCEL_IT);

    boolean hasOptions() {
        return CHOOSING.contains(this);
    }

    /** What is confirmed or called off then is a booking, and no draft. */
    public boolean isAboutABooking() {
        return BOOKING.contains(this);
    }

    /** Something is just being booked; nothing is yet. */
    boolean leadsToABooking() {
        return TIMING.contains(this);
    }

    boolean isOffer() {
        return this == WANT_A_PERSON || this == WANT_TO_REPORT;
    }

    boolean isAboutADraft() {
        return this == IS_IT_RIGHT || this == WHERE;
    }

    boolean isAboutAnAnswer() {
        return this == HOW_GOOD || this == WHICH_RATED;
    }
}
