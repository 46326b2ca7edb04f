package cn.huiyin.calendar.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeCheckTest {

    @Test
    void aNoticeIsTakenAsItIsWritten() {
        assertThat(NoticeCheck.accept(AnnouncedFor2027.form())).isEqualTo(AnnouncedFor2027.notice());
    }

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026})
    void theNoticesOfPastYearsWouldAllBeTaken(int year) {
        YearNotice known = KnownNotices.load().get(year);
        List<NoticeForm.Day> days = known.days().stream()
                .map(day -> new NoticeForm.Day(day.date().toString(), day.kind().name(), day.name()))
                .toList();
        assertThat(NoticeCheck.accept(new NoticeForm(year, known.source(), new ArrayList<>(days))))
                .isEqualTo(known);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}, {4}")
    @CsvSource({
        "2027-02-30, HOLIDAY, 春节, days[0].date, 日期应写成 2027-01-01 的样子",
        "2027/02/03, HOLIDAY, 春节, days[0].date, 日期应写成 2027-01-01 的样子",
        ", HOLIDAY, 春节, days[0].date, 日期应写成 2027-01-01 的样子",
        "2026-12-24, HOLIDAY, 元旦, days[0].date, 日期应在2027年之内，或前后一周之内",
        "2028-01-08, HOLIDAY, 元旦, days[0].date, 日期应在2027年之内，或前后一周之内",
        "2027-03-01, holiday, 春节, days[0].kind, 类别只能是 HOLIDAY（放假）或 WORKDAY（调休上班）",
        "2027-03-01, , 春节, days[0].kind, 类别只能是 HOLIDAY（放假）或 WORKDAY（调休上班）",
        "2027-03-01, HOLIDAY, , days[0].name, 请写明节日名称，不超过20字",
        "2027-03-01, HOLIDAY, 一二三四五六七八九十一二三四五六七八九十一, days[0].name, 请写明节日名称，不超过20字",
        "2027-03-01, WORKDAY, 春节, days[0].date, 2027-03-01是星期一，本来就上班；调休上班只能在周末"
    })
    void aDayThatCannotBeIsNamed(String date, String kind, String name, String field, String detail) {
        List<NoticeForm.Day> days = AnnouncedFor2027.formDays();
        days.add(0, new NoticeForm.Day(date, kind, name));
        assertThat(faults(2027, "通知", days)).contains(new Fault(field, detail));
    }

    @Test
    void theAdjoiningWeekMayBeListed() {
        List<NoticeForm.Day> days = AnnouncedFor2027.formDays();
        days.add(new NoticeForm.Day("2026-12-31", "HOLIDAY", "元旦"));
        days.add(new NoticeForm.Day("2026-12-27", "WORKDAY", "元旦"));
        assertThat(NoticeCheck.accept(new NoticeForm(2027, "通知", new ArrayList<>(days)))
                        .days())
                .hasSize(days.size());
    }

    @Test
    void aDateTwiceIsNamed() {
        List<NoticeForm.Day> days = AnnouncedFor2027.formDays();
        days.add(0, new NoticeForm.Day("2027-01-01", "HOLIDAY", "元旦"));
        assertThat(faults(2027, "通知", days)).containsExactly(new Fault("days[1].date", "日期重复：2027-01-01"));
    }

    @Test
    void aStatutoryDayCannotBeLeftOut() {
        List<NoticeForm.Day> days = AnnouncedFor2027.formDays();
        days.removeIf(day -> "2027-02-05".equals(day.date()));
        assertThat(faults(2027, "通知", days)).containsExactly(new Fault("days", "法定节日没有放假：2027-02-05 春节"));
    }

    @Test
    void aStatutoryDayCannotBeWorked() {
        List<NoticeForm.Day> days = AnnouncedFor2027.formDays();
        days.replaceAll(
                day -> "2027-05-01".equals(day.date()) ? new NoticeForm.Day("2027-05-01", "WORKDAY", "劳动节") : day);
        assertThat(faults(2027, "通知", days)).contains(new Fault("days", "法定节日没有放假：2027-05-01 劳动节"));
    }

    @Test
    void notMoreIsMadeUpThanWasBridged() {
        List<NoticeForm.Day> days = AnnouncedFor2027.formDays();
        days.add(new NoticeForm.Day("2027-02-21", "WORKDAY", "春节"));
        assertThat(faults(2027, "通知", days)).containsExactly(new Fault("days", "调休上班有2天，调休放假只有1天，请核对"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"  ", "通\u0000知"})
    void theSourceMustBeNamed(String source) {
        assertThat(faults(2027, source, AnnouncedFor2027.formDays()))
                .containsExactly(new Fault("source", "请写明通知的名称或文号，不超过100字"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2019, 2101, Integer.MAX_VALUE})
    void theYearMustBeNearby(int year) {
        assertThat(faults(year, "通知", AnnouncedFor2027.formDays()))
                .containsExactly(new Fault("year", "年份应在2020至2100之间"));
    }

    @Test
    void anEmptyFormNamesAllThatIsMissing() {
        assertThat(faults(null, null, null)).extracting(Fault::field).containsExactly("year", "source", "days");
    }

    @Test
    void moreThanAHundredDaysAreNotEvenLookedAt() {
        assertThat(faults(2027, "通知", Collections.nCopies(101, null)))
                .containsExactly(new Fault("days", "请列出放假和调休上班的日期，1至100天"));
    }

    @Test
    void aDayThatIsNullIsNamed() {
        assertThat(faults(2027, "通知", Collections.nCopies(1, null)))
                .containsExactly(new Fault("days[0]", "请写明日期、类别和节日名称"));
    }

    @Test
    void aTableIsReadAsSpreadsheetsWriteIt() {
        String csv = "\uFEFFdate,kind,name\r\n2027-01-01, HOLIDAY ,元旦\r\n\r\n2027-01-02,HOLIDAY\r\n";
        assertThat(NoticeCsv.days(csv))
                .containsExactly(
                        new NoticeForm.Day("2027-01-01", "HOLIDAY", "元旦"),
                        new NoticeForm.Day("2027-01-02", "HOLIDAY", null));
    }

    private static List<Fault> faults(Integer year, String source, List<NoticeForm.Day> days) {
        List<Fault> faults = new ArrayList<>();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> NoticeCheck.accept(new NoticeForm(year, source, days)))
                .satisfies(refusal -> faults.addAll(refusal.faults()));
        return faults;
    }
}
