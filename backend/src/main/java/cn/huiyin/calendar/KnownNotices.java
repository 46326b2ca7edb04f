package cn.huiyin.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The notices of 2024 to 2026, which come with the product: what a new database begins with. */
public final class KnownNotices {

    private static final String RESOURCE = "/calendar/statutory-2024-2026.csv";

    private KnownNotices() {}

    /** By year. Reads a resource: for the start and for tests, not for a request. */
    public static Map<Integer, YearNotice> load() {
        return lines().stream()
                .skip(1)
                .map(KnownNotices::day)
                .collect(Collectors.groupingBy(day -> day.date().getYear()))
                .entrySet()
                .stream()
                .map(year -> new YearNotice(year.getKey(), sourceOf(year.getKey()), year.getValue()))
                .collect(Collectors.toMap(YearNotice::year, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    private static List<String> lines() {
        try (InputStream csv = Objects.requireNonNull(KnownNotices.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static ListedDay day(String line) {
        String[] cells = line.split(",", 3);
        return new ListedDay(LocalDate.parse(cells[0]), DayKind.valueOf(cells[1]), cells[2]);
    }

    private static String sourceOf(int year) {
        return "国务院办公厅关于" + year + "年部分节假日安排的通知";
    }
}
