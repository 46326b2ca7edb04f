package cn.huiyin.messaging.domain;

/** How much hangs on a message. */
public enum Weight {
    /** A danger to people: now, by day and by night, past every limit and wish. */
    HAZARD,
    /** Goes before the others. */
    URGENT,
    ORDINARY,
    /** Nice to know. */
    COURTESY;

    /** Goes before the others. */
    public boolean hurries() {
        return this == HAZARD || this == URGENT;
    }

    /** The same message about something that is a danger to people. */
    public Weight inDanger() {
        return this == COURTESY ? COURTESY : HAZARD;
    }
}
