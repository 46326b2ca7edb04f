package cn.huiyin.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.appointment.domain.Opening.Window;
import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** V1: times opened by the week, evenings and weekends too. */
class OpeningTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(KnownNotices.load(), 1);

    /** A Saturday morning. */
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 29);

    @Test
    void aMorningIsCutIntoEqualPiecesWithAPauseBetween() {
        assertThat(times(opening(SUNDAY, SUNDAY, "09:00", "11:00", 30, 10)))
                .containsExactly("11月29日（周日）09:00–09:30", "11月29日（周日）09:40–10:10", "11月29日（周日）10:20–10:50");
    }

    @Test
    void whatIsNotCutIsOneSlot() {
        assertThat(times(opening(SUNDAY, SUNDAY, "09:00", "11:00", 0, 0))).containsExactly("11月29日（周日）09:00–11:00");
    }

    @Test
    void onlyTheChosenDaysOfTheWeekAreOpened() {
        var weekends = new Opening(
                SUNDAY,
                SUNDAY.plusDays(14),
                Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                LocalTime.of(9, 0),
                LocalTime.of(10, 0),
                0,
                0);

        assertThat(times(weekends)).hasSize(5).allMatch(time -> time.contains("周六") || time.contains("周日"));
    }

    @Test
    void eveningsEarlyMorningsAndFreeDaysAreOffHours() {
        LocalDate wednesday = LocalDate.of(2026, 12, 2);

        assertThat(offHours(opening(wednesday, wednesday, "09:00", "18:00", 540, 0)))
                .containsExactly(false);
        assertThat(offHours(opening(wednesday, wednesday, "18:30", "20:00", 0, 0)))
                .containsExactly(true);
        assertThat(offHours(opening(wednesday, wednesday, "17:30", "18:30", 0, 0)))
                .containsExactly(true);
        assertThat(offHours(opening(wednesday, wednesday, "07:30", "08:30", 0, 0)))
                .containsExactly(true);
        assertThat(offHours(opening(SUNDAY, SUNDAY, "10:00", "11:00", 0, 0))).containsExactly(true);
        assertThat(offHours(opening(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 1), "10:00", "11:00", 0, 0)))
                .as("New Year's Day is a Friday")
                .containsExactly(true);
    }

    @Test
    void whatHasBegunTodayIsLeftOut() {
        LocalDate today = LocalDate.of(2026, 11, 28);

        assertThat(times(opening(today, today, "07:30", "09:30", 30, 0)))
                .containsExactly("11月28日（周六）08:30–09:00", "11月28日（周六）09:00–09:30");
        assertThatThrownBy(() -> windows(opening(today, today, "06:00", "07:00", 0, 0)))
                .hasMessageContaining("已经过了");
    }

    @Test
    void nonsenseIsAnsweredByNameOfTheField() {
        assertThatThrownBy(() -> windows(opening(SUNDAY.minusDays(9), SUNDAY, "09:00", "10:00", 0, 0)))
                .hasMessageContaining("过去");
        assertThatThrownBy(() -> windows(opening(SUNDAY, SUNDAY.minusDays(1), "09:00", "10:00", 0, 0)))
                .hasMessageContaining("早于开始");
        assertThatThrownBy(() -> windows(opening(SUNDAY, SUNDAY, "10:00", "09:00", 0, 0)))
                .hasMessageContaining("同一天");
        assertThatThrownBy(() -> windows(opening(SUNDAY, SUNDAY, "23:55", "23:59", 0, 0)))
                .hasMessageContaining("同一天");
        assertThatThrownBy(() -> windows(opening(SUNDAY, SUNDAY.plusDays(93), "09:00", "10:00", 0, 0)))
                .hasMessageContaining("92天");
        assertThatThrownBy(() -> windows(opening(SUNDAY.plusDays(400), SUNDAY.plusDays(400), "09:00", "10:00", 0, 0)))
                .hasMessageContaining("一年");
        assertThatThrownBy(() -> windows(opening(SUNDAY, SUNDAY.plusDays(80), "09:00", "18:00", 10, 0)))
                .hasMessageContaining("200个");
    }

    @Test
    void whateverIsOpenedLiesInItsHoursAndNoTwoOverlap() {
        long seed = Long.getLong("huiyin.seed", System.nanoTime());
        System.out.println("OpeningTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(20 * 60);
            int to = from + 10 + random.nextInt(24 * 60 - from - 10);
            var opening = new Opening(
                    SUNDAY,
                    SUNDAY.plusDays(random.nextInt(3)),
                    Set.of(),
                    LocalTime.of(0, 0).plusMinutes(from),
                    LocalTime.of(0, 0).plusMinutes(to),
                    10 + random.nextInt(710),
                    random.nextInt(241));
            lieInTheirHours(opening, seed);
        }
    }

    private static void lieInTheirHours(Opening opening, long seed) {
        List<Window> windows;
        try {
            windows = windows(opening);
        } catch (cn.huiyin.problem.Refusal tooShortOrTooMany) {
            return;
        }
        for (int i = 0; i < windows.size(); i++) {
            Window one = windows.get(i);
            var start = one.startsAt().atZone(WorkingCalendar.ZONE).toLocalTime();
            var end = one.endsAt().atZone(WorkingCalendar.ZONE).toLocalTime();
            assertThat(start).as("seed " + seed).isAfterOrEqualTo(opening.from());
            assertThat(end).as("seed " + seed).isBeforeOrEqualTo(opening.to()).isAfter(start);
            if (i > 0) {
                Window before = windows.get(i - 1);
                boolean sameDay = dayOf(before).equals(dayOf(one));
                assertThat(one.startsAt())
                        .as("seed " + seed)
                        .isAfterOrEqualTo(before.endsAt().plusSeconds(sameDay ? 60L * opening.pause() : 0));
            }
        }
    }

    private static LocalDate dayOf(Window window) {
        return window.startsAt().atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    private static Opening opening(LocalDate first, LocalDate last, String from, String to, int each, int pause) {
        return new Opening(first, last, Set.of(), LocalTime.parse(from), LocalTime.parse(to), each, pause);
    }

    private static List<Window> windows(Opening opening) {
        return opening.windows(NOW, CALENDAR);
    }

    private static List<String> times(Opening opening) {
        return windows(opening).stream()
                .map(window -> Times.ofSlot(window.startsAt(), window.endsAt()))
                .toList();
    }

    private static List<Boolean> offHours(Opening opening) {
        return windows(opening).stream().map(Window::offHours).toList();
    }
}
