package cn.huiyin.appointment;

import java.util.regex.Pattern;

/** The name of an appointment 预约号, such as {@code YY26112200000042}. */
public record AppointmentNo(String value) {

    private static final Pattern SHAPE = Pattern.compile("YY\\d{14,20}");

    /** Whether there can be an appointment of this name; nobody needs to look for others. */
    public boolean isWellFormed() {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
