package cn.huiyin.care.domain;

import java.time.LocalDate;
import java.time.Period;

/**
 * When something is due in a care.
 *
 * @param planWithin from a specialist's first day to the plan
 * @param reviewEvery from a plan or review to the next review (S3 §2.2.2: 每月跟踪)
 */
public record Rhythm(Period planWithin, Period reviewEvery) {

    /** By when the next step is due after this one. */
    public LocalDate after(What step, LocalDate day) {
        return step == What.ASSIGNED ? day.plus(planWithin) : day.plus(reviewEvery);
    }
}
