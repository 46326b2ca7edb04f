package cn.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Plays the calendar against a plain model that walks day by day and minute by minute, over invented notices. A failure
 * names the seed and the case; {@code -Dcalendar.seed=…} plays it again.
 */
class WorkingCalendarModelTest {

    private static final int CASES = 6_000;
    private static final int FIRST_YEAR = 2026;
    private static final int LAST_YEAR = 2029;

    /** What an almanac says, so that the model owes nothing to the code it checks. */
    private static final Set<String> REGULATION = Set.of(
            "2026-01-01 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-04-05 2026-05-01 2026-05-02 2026-06-19",
            "2026-09-25 2026-10-01 2026-10-02 2026-10-03",
            "2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01 2027-05-02 2027-06-09",
            "2027-09-15 2027-10-01 2027-10-02 2027-10-03",
            "2028-01-01 2028-01-25 2028-01-26 2028-01-27 2028-01-28 2028-04-04 2028-05-01 2028-05-02 2028-05-28",
            "2028-10-01 2028-10-02 2028-10-03",
            "2029-01-01 2029-02-12 2029-02-13 2029-02-14 2029-02-15 2029-04-04 2029-05-01 2029-05-02 2029-06-16",
            "2029-09-22 2029-10-01 2029-10-02 2029-10-03",
            "2030-01-01 2030-02-02 2030-02-03 2030-02-04 2030-02-05 2030-04-05 2030-05-01 2030-05-02 2030-06-05",
            "2030-09-12 2030-10-01 2030-10-02 2030-10-03");

    private final long seed = Long.getLong("calendar.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void theCalendarAgreesWithADayByDayModel() {
        System.out.println("WorkingCalendarModelTest: " + CASES + " cases, -Dcalendar.seed=" + seed);
        for (int played = 0; played < CASES; played++) {
            play("case " + played + " of -Dcalendar.seed=" + seed);
        }
    }

    private void play(String name) {
        Map<Integer, YearNotice> notices = someNotices();
        WorkingCalendar calendar = WorkingCalendar.of(notices, 1);
        Model model = new Model(notices);
        Instant start = someInstant();
        List<Pause> pauses = somePauses(start);
        int days = 1 + random.nextInt(20);
        int months = 1 + random.nextInt(6);
        Duration hours = Duration.ofMinutes(random.nextInt(72 * 60));
        String told = name + ": start " + start + ", days " + days + ", months " + months + ", hours " + hours
                + ", pauses " + pauses + ", notices " + notices;

        assertThat(calendar.countWorkingDays(start, days, pauses)).as(told).isEqualTo(model.days(start, days, pauses));
        assertThat(calendar.countMonths(start, months)).as(told).isEqualTo(model.months(start, months));
        assertThat(calendar.workingDaysBefore(start, days)).as(told).isEqualTo(model.before(start, days));
        assertThat(calendar.workingDaysAfter(start, days))
                .as(told)
                .isEqualTo(model.days(start, days, List.of()).at());
        assertThat(calendar.countHours(start, hours, pauses)).as(told).isEqualTo(model.hours(start, hours, pauses));
    }

    /** Each year with its notice or without, listing any days of its own and a few of the neighbours'. */
    private Map<Integer, YearNotice> someNotices() {
        Map<Integer, YearNotice> notices = new HashMap<>();
        for (int year = FIRST_YEAR; year <= LAST_YEAR + 1; year++) {
            if (random.nextInt(3) > 0) {
                notices.put(year, new YearNotice(year, "通知", someDays(year)));
            }
        }
        return notices;
    }

    private List<ListedDay> someDays(int year) {
        Map<LocalDate, ListedDay> days = new HashMap<>();
        LocalDate from = LocalDate.of(year, 1, 1).minusDays(7);
        for (int listed = random.nextInt(100); listed > 0; listed--) {
            LocalDate day = from.plusDays(random.nextInt(379));
            DayKind kind = random.nextInt(3) == 0 ? DayKind.WORKDAY : DayKind.HOLIDAY;
            days.put(day, new ListedDay(day, kind, "节"));
        }
        return List.copyOf(days.values());
    }

    private Instant someInstant() {
        LocalDate day = LocalDate.of(FIRST_YEAR, 1, 20).plusDays(random.nextInt(365 * (LAST_YEAR - FIRST_YEAR) + 300));
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant().plusSeconds(60L * someMinuteOfDay());
    }

    /** Often one of the minutes where an hour makes a difference. */
    private int someMinuteOfDay() {
        int[] telling = {0, 9 * 60, 18 * 60 - 1, 18 * 60, 18 * 60 + 1, 24 * 60 - 1};
        return random.nextInt(3) == 0 ? telling[random.nextInt(telling.length)] : random.nextInt(24 * 60);
    }

    private List<Pause> somePauses(Instant start) {
        List<Pause> pauses = new ArrayList<>();
        for (int left = random.nextInt(5); left > 0; left--) {
            Instant from = start.atZone(WorkingCalendar.ZONE)
                    .toLocalDate()
                    .plusDays(random.nextInt(12) - 2)
                    .atStartOfDay(WorkingCalendar.ZONE)
                    .plusMinutes(someMinuteOfDay())
                    .toInstant();
            Instant to = random.nextInt(8) == 0 ? from : from.plusSeconds(60L * random.nextInt(5 * 24 * 60));
            pauses.add(new Pause(from, to));
        }
        return pauses;
    }

    /** The rules once more, as slowly and plainly as they can be said. */
    private static final class Model {

        private final Map<Integer, YearNotice> notices;
        private final Map<LocalDate, Boolean> listed = new HashMap<>();

        Model(Map<Integer, YearNotice> notices) {
            this.notices = notices;
            for (YearNotice notice : new TreeMap<>(notices).values()) {
                for (ListedDay day : notice.days()) {
                    listed.put(day.date(), day.kind() == DayKind.WORKDAY);
                }
            }
        }

        boolean worked(LocalDate day) {
            if (listed.containsKey(day)) {
                return listed.get(day);
            }
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                return false;
            }
            return announced(day) || REGULATION.stream().noneMatch(line -> line.contains(day.toString()));
        }

        boolean announced(LocalDate day) {
            return notices.containsKey(day.getYear());
        }

        Due days(Instant start, int days, List<Pause> pauses) {
            LocalDate day = date(start);
            boolean provisional = false;
            int counted = 0;
            while (counted < days) {
                day = day.plusDays(1);
                provisional = provisional || !announced(day);
                if (worked(day) && !paused(close(day), pauses)) {
                    counted++;
                }
            }
            return new Due(close(day), provisional);
        }

        Due months(Instant start, int months) {
            LocalDate from = date(start);
            YearMonth month = YearMonth.from(from);
            for (int passed = 0; passed < months; passed++) {
                month = month.plusMonths(1);
            }
            LocalDate day = month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
            boolean provisional = !announced(day);
            while (!worked(day)) {
                day = day.plusDays(1);
                provisional = provisional || !announced(day);
            }
            return new Due(close(day), provisional);
        }

        Instant before(Instant due, int days) {
            LocalDate day = date(due);
            int counted = 0;
            while (counted < days) {
                day = day.minusDays(1);
                counted += worked(day) ? 1 : 0;
            }
            return ZonedDateTime.of(day, LocalTime.of(9, 0), WorkingCalendar.ZONE)
                    .toInstant();
        }

        Due hours(Instant start, Duration hours, List<Pause> pauses) {
            Instant minute = start;
            long left = hours.toMinutes();
            while (left > 0) {
                left -= paused(minute, pauses) ? 0 : 1;
                minute = minute.plusSeconds(60);
            }
            return new Due(minute, false);
        }

        private static boolean paused(Instant instant, List<Pause> pauses) {
            for (Pause pause : pauses) {
                if (pause.from().compareTo(instant) <= 0 && pause.to().compareTo(instant) > 0) {
                    return true;
                }
            }
            return false;
        }

        private static LocalDate date(Instant instant) {
            return instant.atZone(WorkingCalendar.ZONE).toLocalDate();
        }

        private static Instant close(LocalDate day) {
            return ZonedDateTime.of(day, LocalTime.of(18, 0), WorkingCalendar.ZONE)
                    .toInstant();
        }
    }
}
