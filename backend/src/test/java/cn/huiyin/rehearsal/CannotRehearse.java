package cn.huiyin.rehearsal;

/** The rehearsal does not start, and says to the person in front of it why; no stack trace is needed. */
final class CannotRehearse extends RuntimeException {

    CannotRehearse(String why) {
        super(why, null, false, false);
    }
}
