package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.trial.Arrivals.Arrival;
import cn.huiyin.rehearsal.trial.MessageFaults.Death;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What was promised and acknowledged, against what is stored and what arrived. */
final class Verdict {

    private final Ground ground;
    private final Path results;
    private final int promised;
    private final int acknowledged;
    private final List<Death> deaths;
    private final int databaseDeaths;
    private final List<String> broken = new ArrayList<>();

    Verdict(Ground ground, Path results, int promised, int acknowledged, List<Death> deaths, int databaseDeaths) {
        this.ground = ground;
        this.results = results;
        this.promised = promised;
        this.acknowledged = acknowledged;
        this.deaths = deaths;
        this.databaseDeaths = databaseDeaths;
    }

    /** As it is stored. */
    private record Row(
            String state,
            @Nullable String channel,
            @Nullable String error,
            boolean inbox,
            boolean task) {

        boolean leftByWechat() {
            return state.equals("SENT") && ("SUBSCRIBE".equals(channel) || "TEMPLATE".equals(channel));
        }

        /** Sent perhaps, not to be sent twice. */
        boolean keptInDoubt() {
            return leftByWechat() && error != null;
        }

        boolean withAHuman() {
            return task || state.equals("DEAD");
        }
    }

    /** Writes the table and tells the oracle. */
    void tell(Oracle oracle, Duration took) throws IOException, SQLException {
        var rows = rows();
        var arrivals = Arrivals.read(ground.journal);
        var counts = new TreeMap<String, Integer>();
        IntStream.range(0, acknowledged).forEach(number -> judge("m%06d".formatted(number), rows, arrivals, counts));
        var table = table(rows, arrivals, counts, took);
        Files.writeString(results.resolve("table.md"), table);
        oracle.count("messages promised", acknowledged);
        oracle.count("messages lost", counts.getOrDefault("lost", 0));
        oracle.count("doubles of templates", counts.getOrDefault("doubles of templates", 0));
        oracle.count("doubles of subscribe messages", counts.getOrDefault("doubles of subscribe messages", 0));
        oracle.none("of these outside the window, or otherwise broken", broken);
        oracle.insist(acknowledged == promised, "only %,d of %,d were promised".formatted(acknowledged, promised));
    }

    private void judge(String mark, Map<String, Row> rows, Arrivals arrivals, Map<String, Integer> counts) {
        var row = rows.get(mark);
        var shown = arrivals.shown().getOrDefault(mark, List.of());
        if (row == null) {
            count(counts, "lost", mark + " was acknowledged and is not stored");
            return;
        }
        if (row.state().equals("WAITING")) {
            count(counts, "lost", mark + " still waits");
        } else if (shown.isEmpty() && row.leftByWechat() && !row.keptInDoubt()) {
            count(counts, "lost", mark + " is said to have left and did not arrive");
        } else if (shown.isEmpty() && !row.keptInDoubt() && !row.withAHuman()) {
            count(counts, "lost", mark + " did not arrive and no human knows: " + row);
        }
        if (!row.inbox()) {
            count(counts, "not in the inbox", mark + " is not in the inbox");
        }
        if (shown.isEmpty() && row.keptInDoubt()) {
            counts.merge("perhaps not arrived", 1, Integer::sum);
        }
        if (row.state().equals("DEAD")) {
            counts.merge("dead", 1, Integer::sum);
        }
        doubles(mark, shown, arrivals, counts);
    }

    private void doubles(String mark, List<Arrival> shown, Arrivals arrivals, Map<String, Integer> counts) {
        for (int i = 1; i < shown.size(); i++) {
            var before = shown.get(i - 1);
            var isOfficial = before.channel().equals("TEMPLATE")
                    && shown.get(i).channel().equals("TEMPLATE");
            if (isOfficial) {
                count(counts, "doubles of templates", mark + " arrived twice by the official account");
                continue;
            }
            counts.merge("doubles of subscribe messages", 1, Integer::sum);
            if (!inTheWindow(mark, before, shown.get(i), deaths, arrivals)) {
                count(counts, "outside the window", mark + " arrived again though nothing was in doubt: " + shown);
            }
        }
    }

    /**
     * The call had begun and its outcome was not written down when something died, or the answer came when nobody waited
     * any more: between this arrival and the next.
     */
    private static boolean inTheWindow(
            String mark, Arrival before, Arrival again, List<Death> deaths, Arrivals arrivals) {
        return deaths.stream()
                        .filter(death ->
                                death.at().isAfter(before.at()) && death.at().isBefore(again.at()))
                        .anyMatch(death -> death.inDoubt().contains(mark))
                || arrivals.unheard().getOrDefault(mark, List.of()).stream()
                        .anyMatch(late -> !late.isBefore(before.at()) && late.isBefore(again.at()));
    }

    private void count(Map<String, Integer> counts, String what, String line) {
        counts.merge(what, 1, Integer::sum);
        broken.add(line);
    }

    private Map<String, Row> rows() throws SQLException {
        var rows = new LinkedHashMap<String, Row>();
        try (var database = ground.connect();
                var answer = database.createStatement().executeQuery("""
                        SELECT substr(dedup_key, 7), state, channel, last_error,
                               EXISTS (SELECT FROM inbox WHERE outbox_id = o.id),
                               EXISTS (SELECT FROM todo WHERE outbox_id = o.id)
                          FROM outbox AS o
                         WHERE dedup_key LIKE 'trial/%'
                        """)) {
            while (answer.next()) {
                rows.put(
                        answer.getString(1),
                        new Row(
                                answer.getString(2),
                                answer.getString(3),
                                answer.getString(4),
                                answer.getBoolean(5),
                                answer.getBoolean(6)));
            }
        }
        return rows;
    }

    private String table(Map<String, Row> rows, Arrivals arrivals, Map<String, Integer> counts, Duration took) {
        var lines = new ArrayList<String>();
        lines.add("| | |");
        lines.add("| --- | --- |");
        lines.add(line("promised, acknowledged", acknowledged));
        lines.add(line("stored", rows.size()));
        lines.add(line("calls WeChat was asked for", arrivals.asked()));
        lines.add(line("arrived at least once", arrivals.shown().size()));
        lines.add(line("with a human: dead letters", counts.getOrDefault("dead", 0)));
        lines.add(line(
                "in doubt and by policy not sent again, not arrived", counts.getOrDefault("perhaps not arrived", 0)));
        lines.add(line("**lost** (must be 0)", counts.getOrDefault("lost", 0)));
        lines.add(line("**not in the inbox** (must be 0)", counts.getOrDefault("not in the inbox", 0)));
        lines.add(line("**doubles of templates** (must be 0)", counts.getOrDefault("doubles of templates", 0)));
        lines.add(line("doubles of subscribe messages", counts.getOrDefault("doubles of subscribe messages", 0)));
        lines.add(line("**of these outside the window** (must be 0)", counts.getOrDefault("outside the window", 0)));
        lines.add(line("kills of the program", deaths.size()));
        lines.add(line("kills of PostgreSQL", databaseDeaths));
        lines.add("| took | %d min %d s |".formatted(took.toMinutes(), took.toSecondsPart()));
        return String.join("\n", lines) + "\n";
    }

    private static String line(String what, int count) {
        return "| %s | %,d |".formatted(what, count);
    }
}
