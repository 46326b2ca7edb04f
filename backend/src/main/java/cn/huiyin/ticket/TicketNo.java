package cn.huiyin.ticket;

import java.util.regex.Pattern;

/** The number a resident is told, such as {@code HY26112200000042}: day of filing and a running number. */
public record TicketNo(String value) {

    private static final Pattern FORM = Pattern.compile("HY\\d{14,20}");

    /** Whether it could be a number at all; nothing else needs to be looked for. */
    public boolean isWellFormed() {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
