package cn.huiyin.calendar.spi;

import cn.huiyin.calendar.WorkingCalendar;
import reactor.core.publisher.Mono;

/** Has planned by the calendar and plans anew when it changes. */
public interface CalendarFollower {

    /**
     * Plans anew what is open and looked at a day in {@code fromYear} or later, and tells whom it concerns. Runs inside the
     * transaction that keeps the notice: an error keeps nothing of either.
     *
     * @param now the calendar as it is once this transaction is through
     * @return how many were planned anew
     */
    Mono<Integer> replan(WorkingCalendar now, int fromYear);
}
