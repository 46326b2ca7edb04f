package cn.huiyin.appointment;

import java.util.Optional;

/** A time that can be booked; a string in the contract, since JavaScript cannot hold 64 bits. */
public record SlotId(long value) {

    private static final int LONGEST = 18;

    /** Empty where the text names no slot that there can be. */
    public static Optional<SlotId> read(String text) {
        boolean number =
                !text.isEmpty() && text.length() <= LONGEST && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(new SlotId(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
