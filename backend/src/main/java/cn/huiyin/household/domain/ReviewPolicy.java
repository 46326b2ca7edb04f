package cn.huiyin.household.domain;

import cn.huiyin.household.Occupancy;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a file falls due: {@code household/review.yaml}.
 *
 * @param accuracy the least part of a sample that must be right, such as 0.95
 */
public record ReviewPolicy(Period touchEvery, Period reviseEvery, double accuracy, Set<Occupancy> noTouchWhile) {

    public ReviewPolicy {
        noTouchWhile = Set.copyOf(noTouchWhile);
    }

    /** Null while nobody is at home. */
    public @Nullable LocalDate touchDue(LocalDate touched, Occupancy status) {
        return noTouchWhile.contains(status) ? null : touched.plus(touchEvery);
    }

    public LocalDate reviseDue(LocalDate revised) {
        return revised.plus(reviseEvery);
    }
}
