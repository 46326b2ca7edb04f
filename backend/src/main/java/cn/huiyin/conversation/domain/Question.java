package cn.huiyin.conversation.domain;

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
    /** Shall a person get in touch. */
    WANT_A_PERSON,
    /** Shall it be reported. */
    WANT_TO_REPORT;

    boolean hasOptions() {
        return this == WHICH_PROGRESS || this == WHICH_RATED || this == WHICH_NUDGED || this == WHERE;
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
