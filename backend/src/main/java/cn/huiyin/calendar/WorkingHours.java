package cn.huiyin.calendar;

import java.time.LocalTime;

/** The hours of a working day, in the calendar's zone. A last day ends with the close (Civil Code, art. 203). */
public record WorkingHours(LocalTime opens, LocalTime closes) {

    /** What a street office keeps unless told otherwise. */
    public static final WorkingHours USUAL = new WorkingHours(LocalTime.of(9, 0), LocalTime.of(18, 0));

    public WorkingHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("the day opens before it closes: " + opens + " to " + closes);
        }
    }
}
