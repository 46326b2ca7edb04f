package cn.huiyin.ticket;

/** The number a resident is told, such as {@code HY261122000042}: day of filing and a running number. */
public record TicketNo(String value) {

    /** Whether it could be a number at all; nothing else needs to be looked for. */
    public boolean isWellFormed() {
        return value.matches("HY\\d{14,20}");
    }

    @Override
    public String toString() {
        return value;
    }
}
