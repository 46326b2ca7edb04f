package cn.huiyin.ticket.domain;

/** How a deadline stands at some moment. */
public enum DeadlineState {
    RUNNING,
    PAUSED,
    /** Ended in time. */
    MET,
    /** Its time has passed; it may have been met late since. */
    MISSED,
    /** No longer asked for: the ticket was taken back, archived or classified otherwise. */
    WITHDRAWN
}
