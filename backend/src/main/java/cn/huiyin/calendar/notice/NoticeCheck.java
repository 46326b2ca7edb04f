package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.DayKind;
import cn.huiyin.calendar.ListedDay;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a form field by field and names every fault it finds. */
final class NoticeCheck {

    static final int FIRST_YEAR = 2020;
    static final int LAST_YEAR = 2100;

    private static final int MOST_DAYS = 100;
    private static final int LONGEST_SOURCE = 100;
    private static final int LONGEST_NAME = 20;

    private final List<Fault> faults = new ArrayList<>();

    private NoticeCheck() {}

    /** The notice that the form describes; refused with all faults where it cannot be one. */
    static YearNotice accept(NoticeForm form) {
        NoticeCheck check = new NoticeCheck();
        int year = check.year(form.year());
        String source = check.text("source", form.source(), LONGEST_SOURCE, "请写明通知的名称或文号，不超过100字");
        List<ListedDay> days = check.days(year, form.days());
        check.refuseFaults();
        YearNotice notice = new YearNotice(year, source, days);
        check.faults.addAll(Plausible.faultsOf(notice));
        check.refuseFaults();
        return notice;
    }

    private void refuseFaults() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
    }

    private int year(@Nullable Integer year) {
        if (year != null && year >= FIRST_YEAR && year <= LAST_YEAR) {
            return year;
        }
        fault("year", "年份应在" + FIRST_YEAR + "至" + LAST_YEAR + "之间");
        return 0;
    }

    private List<ListedDay> days(int year, @Nullable List<NoticeForm.@Nullable Day> days) {
        if (days == null || days.isEmpty() || days.size() > MOST_DAYS) {
            fault("days", "请列出放假和调休上班的日期，1至" + MOST_DAYS + "天");
            return List.of();
        }
        List<ListedDay> listed = new ArrayList<>();
        for (int index = 0; index < days.size(); index++) {
            day("days[" + index + "]", year, days.get(index), listed);
        }
        return listed;
    }

    private void day(String field, int year, NoticeForm.@Nullable Day day, List<ListedDay> listed) {
        if (day == null) {
            fault(field, "请写明日期、类别和节日名称");
            return;
        }
        LocalDate date = date(field + ".date", year, day.date());
        DayKind kind = kind(field + ".kind", day.kind());
        String name = text(field + ".name", day.name(), LONGEST_NAME, "请写明节日名称，不超过" + LONGEST_NAME + "字");
        if (date != null && kind != null) {
            listed.add(new ListedDay(date, kind, name));
        }
    }

    private @Nullable LocalDate date(String field, int year, @Nullable String written) {
        try {
            LocalDate date = LocalDate.parse(written == null ? "" : written);
            if (year == 0 || isNear(year, date)) {
                return date;
            }
            fault(field, "日期应在" + year + "年之内，或前后一周之内");
        } catch (DateTimeParseException unreadable) {
            fault(field, "日期应写成 2027-01-01 的样子");
        }
        return null;
    }

    /** Within the year or the adjoining week: a notice may bridge the turn of the year. */
    private static boolean isNear(int year, LocalDate date) {
        return !date.isBefore(LocalDate.of(year, 1, 1).minusDays(7))
                && !date.isAfter(LocalDate.of(year, 12, 31).plusDays(7));
    }

    private @Nullable DayKind kind(String field, @Nullable String written) {
        for (DayKind kind : DayKind.values()) {
            if (kind.name().equals(written)) {
                return kind;
            }
        }
        fault(field, "类别只能是 HOLIDAY（放假）或 WORKDAY（调休上班）");
        return null;
    }

    private String text(String field, @Nullable String written, int longest, String otherwise) {
        String text = written == null ? "" : written.strip();
        if (text.isEmpty() || text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            fault(field, otherwise);
        }
        return text;
    }

    private void fault(String field, String detail) {
        faults.add(new Fault(field, detail));
    }
}
