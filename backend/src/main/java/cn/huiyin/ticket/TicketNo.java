package cn.huiyin.ticket;

/** The number a resident is told, such as {@code HY261122000042}: day of filing and a running number. */
public record TicketNo(String value) {
    @Override
    public String toString() {
        return value;
    }
}
