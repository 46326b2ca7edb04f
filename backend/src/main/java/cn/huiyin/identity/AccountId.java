package cn.huiyin.identity;

/** An account; a string in the contract, since JavaScript cannot hold 64 bits. */
public record AccountId(long value) {

    /** What the program does by itself: timers, callbacks that nobody answered. */
    public static final AccountId SYSTEM = new AccountId(0);

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
