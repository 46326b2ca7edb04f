package cn.huiyin.calendar.notice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A notice's days as a table {@code date,kind,name}, as spreadsheets write it; its first line may be that heading. */
final class NoticeCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private NoticeCsv() {}

    static List<NoticeForm.@Nullable Day> days(String csv) {
        List<NoticeForm.@Nullable Day> days = new ArrayList<>();
        csv.replaceFirst(BYTE_ORDER_MARK, "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("date,"))
                .map(NoticeCsv::day)
                .forEach(days::add);
        return days;
    }

    private static NoticeForm.Day day(String line) {
        String[] cells = line.split(",", 3);
        return new NoticeForm.Day(cell(cells, 0), cell(cells, 1), cell(cells, 2));
    }

    private static @Nullable String cell(String[] cells, int column) {
        return column < cells.length ? cells[column].strip() : null;
    }
}
