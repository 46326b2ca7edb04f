package cn.huiyin.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Which days are worked, by the notices and, where a year has none, by the regulation. Each year is worked out once. */
final class WorkingDays {

    private final Set<Integer> announced;
    private final Map<LocalDate, DayKind> listed;
    private final Map<Integer, YearTable> tables = new ConcurrentHashMap<>();

    WorkingDays(Map<Integer, YearNotice> notices) {
        this.announced = Set.copyOf(notices.keySet());
        this.listed = listedBy(notices);
    }

    /** Days by date, whichever notice lists them; where two do, the later year's, which was announced later, holds. */
    private static Map<LocalDate, DayKind> listedBy(Map<Integer, YearNotice> notices) {
        Map<LocalDate, DayKind> listed = new HashMap<>();
        notices.values().stream()
                .sorted(Comparator.comparingInt(YearNotice::year))
                .flatMap(notice -> notice.days().stream())
                .forEach(day -> listed.put(day.date(), day.kind()));
        return listed;
    }

    boolean isWorked(LocalDate day) {
        return tables.computeIfAbsent(day.getYear(), this::table).isWorked(day);
    }

    private YearTable table(int year) {
        return YearTable.of(
                year,
                listed,
                announced.contains(year) ? Set.of() : StatutoryDays.of(year).keySet());
    }

    LocalDate onOrAfter(LocalDate day) {
        LocalDate worked = day;
        while (!isWorked(worked)) {
            worked = worked.plusDays(1);
        }
        return worked;
    }

    LocalDate onOrBefore(LocalDate day) {
        LocalDate worked = day;
        while (!isWorked(worked)) {
            worked = worked.minusDays(1);
        }
        return worked;
    }

    /** A day from the first to the last lies in a year whose notice is not there. */
    boolean anyProvisional(LocalDate first, LocalDate last) {
        return IntStream.rangeClosed(first.getYear(), last.getYear()).anyMatch(year -> !announced.contains(year));
    }
}
