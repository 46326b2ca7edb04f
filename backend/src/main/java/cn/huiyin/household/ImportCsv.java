package cn.huiyin.household;

import cn.huiyin.household.ImportForm.Given;
import cn.huiyin.household.ImportForm.Home;
import cn.huiyin.household.ImportForm.Person;
import cn.huiyin.household.domain.Relation;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A building as a table: a row for each person, homes told apart by their rooms. */
public final class ImportCsv {

    /** The first line, word for word. */
    public static final String HEAD = "门牌,居住状态,姓名,出生,关系,电话,身份证号,标签,标签依据";

    private static final int COLUMNS = 9;
    private static final int MOST_LINES = 3000;

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Row> homes = new LinkedHashMap<>();

    private ImportCsv() {}

    private record Row(String room, @Nullable Occupancy status, List<Person> members, List<Given> tags) {}

    /** @throws Refusal 422 naming each line that cannot be read */
    public static ImportForm read(String csv) {
        List<String> lines = csv.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEAD) || lines.size() > MOST_LINES) {
            throw Refusal.invalid(new Fault("csv", "第一行应为：" + HEAD + "；最多 " + MOST_LINES + " 行"));
        }
        var reading = new ImportCsv();
        for (int line = 1; line < lines.size(); line++) {
            reading.add(line + 1, lines.get(line));
        }
        if (!reading.faults.isEmpty()) {
            throw Refusal.invalid(reading.faults.stream().limit(50).toList());
        }
        return new ImportForm(reading.homes.values().stream()
                .map(row -> new Home(row.room(), row.status(), row.members(), row.tags()))
                .toList());
    }

    private void add(int number, String line) {
        if (line.isBlank()) {
            return;
        }
        String[] cells = Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
        if (cells.length != COLUMNS || cells[0].isEmpty()) {
            faults.add(new Fault("csv[" + number + "]", "应有 9 列，第 1 列门牌必填；内容里不要用英文逗号"));
            return;
        }
        Row row = homes.computeIfAbsent(
                cells[0],
                room -> new Row(
                        room,
                        word(number, cells[1], Occupancy.values(), Occupancy::chinese),
                        new ArrayList<>(),
                        new ArrayList<>()));
        if (!cells[2].isEmpty()) {
            row.members()
                    .add(new Person(
                            cells[2],
                            orNothing(cells[3]),
                            word(number, cells[4], Relation.values(), Relation::chinese),
                            orNothing(cells[5]),
                            orNothing(cells[6])));
        }
        if (!cells[7].isEmpty()) {
            row.tags().add(new Given(cells[7], cells[8].isEmpty() ? "批量导入" : cells[8]));
        }
    }

    private <E extends Enum<E>> @Nullable E word(
            int number, String cell, E[] all, java.util.function.Function<E, String> chinese) {
        if (cell.isEmpty()) {
            return null;
        }
        Optional<E> found = Arrays.stream(all)
                .filter(one -> one.name().equals(cell) || chinese.apply(one).equals(cell))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new Fault("csv[" + number + "]", "看不懂“" + cell + "”"));
        }
        return found.orElse(null);
    }

    private static @Nullable String orNothing(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
