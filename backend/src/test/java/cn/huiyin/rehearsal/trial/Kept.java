package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.trial.Arrivals.Arrival;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@link Load} was told is filed, against what is stored, what the filers were told, and what they are told again. */
final class Kept {

    private static final Pattern NO = Pattern.compile("HY\\d{14}");
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(150);
    private static final int ASKED_AGAIN = 200;
    private static final Duration A_CALL = Duration.ofSeconds(10);

    private static final String STORED = """
            SELECT t.no, substring(t.description from '（(.*)）$'), t.chain_length,
                   (SELECT count(*) FROM ticket_event e WHERE e.no = t.no),
                   (SELECT count(*) FROM ticket_deadline d WHERE d.no = t.no),
                   (SELECT count(*) FROM outbox o
                     WHERE o.subject_kind = 'ticket' AND o.subject_id = t.no AND o.occasion = 'TICKET_RECEIVED'),
                   (SELECT count(*) FROM kept_answer k
                     WHERE k.caller = t.reporter AND k.key = 'key-' || substring(t.description from '（(.*)）$'))
              FROM ticket AS t
             WHERE t.description LIKE '%（t-%）'
            """;

    private static final String TOLD = """
            SELECT subject_id, state, channel, last_error, state = 'DEAD' OR EXISTS (SELECT FROM todo WHERE outbox_id = o.id)
              FROM outbox AS o
             WHERE occasion = 'TICKET_RECEIVED'
               AND subject_kind = 'ticket'
            """;

    /** The same question as {@code infra/backup/lib.sh} asks of a restored chain. */
    private static final String AUDIT_BROKEN = """
            SELECT count(*) + (SELECT count(*)
                                 FROM audit_head h
                                 LEFT JOIN (SELECT id, hash FROM audit_entry ORDER BY id DESC LIMIT 1) last ON true
                                WHERE h.length <> coalesce(last.id, 0) OR h.hash <> coalesce(last.hash, repeat('0', 64)))
              FROM (SELECT *, row_number() OVER (ORDER BY id) AS place, lag(hash, 1, repeat('0', 64)) OVER (ORDER BY id) AS before
                      FROM audit_entry) e
             WHERE id <> place OR previous <> before
                OR hash <> hash_chain_next(before, id::text, hash_chain_time(at), kind, actor::text, subject, facts)
            """;

    private final Town town;
    private final Load load;
    private final Oracle oracle;

    private Kept(Town town, Load load, Oracle oracle) {
        this.town = town;
        this.load = load;
        this.oracle = oracle;
    }

    /** When all is well again and the load has ended. */
    static void judge(Town town, Load load, Oracle oracle) throws Exception {
        Files.writeString(town.folder().resolve("answers.txt"), load.answers() + "\n");
        new Kept(town, load, oracle).judge();
    }

    /** How long anybody waited while PostgreSQL was out of reach, and whether each connection came back to its pool. */
    static void judgeWaiting(Town town, Load load, Oracle oracle) throws IOException, InterruptedException {
        oracle.note("slowest answer", "%.1f s".formatted(load.slowest().toMillis() / 1000.0));
        oracle.none("without an answer in 30 s", load.unanswered());
        oracle.none(
                "connections to PostgreSQL that never came back",
                town.program().connectionsNeverGivenBack(),
                "connections to PostgreSQL are lost to the pool");
    }

    private record Row(String mark, boolean whole) {}

    private void judge() throws Exception {
        var rows = rows();
        var lost = new ArrayList<String>();
        var half = new ArrayList<String>();
        var marks = new HashSet<String>();
        var twice = new ArrayList<String>();
        rows.forEach((no, row) -> {
            if (!marks.add(row.mark())) {
                twice.add(row.mark());
            }
            if (!row.whole()) {
                half.add(no + " (" + row.mark() + ")");
            }
        });
        load.filed().forEach(filed -> {
            var row = rows.get(filed.no());
            if (row == null || !row.mark().equals(filed.mark())) {
                lost.add(filed.no() + " " + filed.mark());
            }
        });
        oracle.count("acknowledged", load.filed().size());
        oracle.count("stored", rows.size());
        oracle.none("lost", lost);
        oracle.none("filed twice", twice);
        oracle.none("half done", half);
        asksAgain();
        messages(rows);
        oracle.none("unclear answers", load.strange());
        oracle.insist(town.ground.ask(AUDIT_BROKEN).equals("0"), "the audit chain is broken");
    }

    private Map<String, Row> rows() throws SQLException {
        var rows = new HashMap<String, Row>();
        try (var database = town.ground.connect();
                var answer = database.createStatement().executeQuery(STORED)) {
            while (answer.next()) {
                var whole = answer.getInt(3) == answer.getInt(4)
                        && answer.getInt(5) > 0
                        && answer.getInt(6) == 1
                        && answer.getInt(7) == 1;
                rows.put(answer.getString(1), new Row(answer.getString(2), whole));
            }
        }
        return rows;
    }

    /** The same key again: those first that took several tries. */
    private void asksAgain() throws IOException, InterruptedException {
        var other = new ArrayList<String>();
        var some = load.filed().stream()
                .sorted((a, b) -> b.tries() - a.tries())
                .limit(ASKED_AGAIN)
                .toList();
        var tokens = new HashMap<Integer, String>();
        for (var filed : some) {
            var token = tokens.get(filed.resident());
            if (token == null) {
                token = town.program().logIn(town.residents.code(filed.resident()));
                tokens.put(filed.resident(), token);
            }
            var again = town.program().send(load.filing(token, filed.key(), filed.mark()));
            if (again.statusCode() != 201 || !again.body().contains(filed.no())) {
                other.add(filed.key() + " → " + again.statusCode() + " " + again.body());
            }
        }
        oracle.none("asked again and answered otherwise", other);
    }

    private record Told(
            String state,
            @Nullable String channel,
            @Nullable String error,
            boolean withAHuman) {

        boolean leftByWechat() {
            return state.equals("SENT") && ("SUBSCRIBE".equals(channel) || "TEMPLATE".equals(channel));
        }
    }

    /** Each filer is told once; twice only where nobody could know whether the first had arrived. */
    private void messages(Map<String, Row> rows) throws Exception {
        awaitQuiet();
        var told = told();
        var shown = shown();
        var notTold = new ArrayList<String>();
        var twice = new ArrayList<String>();
        int doubt = 0;
        int inTheWindow = 0;
        for (var no : rows.keySet()) {
            var fate = told.get(no);
            int arrived = shown.getOrDefault(no, List.of()).size();
            if (fate == null || fate.state().equals("WAITING")) {
                notTold.add(no + " waits: " + fate);
            } else if (arrived == 0 && fate.leftByWechat() && fate.error() != null) {
                doubt++;
            } else if (arrived == 0 && !fate.withAHuman()) {
                notTold.add(no + " " + fate);
            }
            var doubles = doubles(shown.getOrDefault(no, List.of()));
            inTheWindow += arrived - 1 > doubles ? 1 : 0;
            if (doubles > 0) {
                twice.add(no + " " + shown.get(no));
            }
        }
        oracle.count(
                "messages arrived",
                rows.keySet().stream().filter(shown::containsKey).count());
        oracle.count("in doubt, not sent again", doubt);
        oracle.none("not told", notTold);
        oracle.count("told twice in the window", inTheWindow);
        oracle.none("told twice otherwise", twice);
    }

    /** Those that nothing excuses: by the official account, or by a subscribe message around whose call nothing was wrong. */
    private int doubles(List<Arrival> arrivals) {
        int doubles = 0;
        for (int again = 1; again < arrivals.size(); again++) {
            var before = arrivals.get(again - 1);
            var excused = before.channel().equals("SUBSCRIBE")
                    && town.troubles().stream()
                            .anyMatch(trouble ->
                                    before.at().isAfter(trouble.from().minus(A_CALL))
                                            && before.at().isBefore(trouble.to().plus(A_CALL)));
            doubles += excused ? 0 : 1;
        }
        return doubles;
    }

    /** What arrived with those who filed; staff may be told of the same ticket by other templates. */
    private Map<String, List<Arrival>> shown() throws IOException {
        var shown = new HashMap<String, List<Arrival>>();
        Arrivals.read(town.ground.journal, NO).shown().forEach((no, arrivals) -> {
            var ours = arrivals.stream()
                    .filter(arrival -> arrival.template().endsWith("progress"))
                    .toList();
            if (!ours.isEmpty()) {
                shown.put(no, ours);
            }
        });
        return shown;
    }

    private Map<String, Told> told() throws SQLException {
        var told = new HashMap<String, Told>();
        try (var database = town.ground.connect();
                var answer = database.createStatement().executeQuery(TOLD)) {
            while (answer.next()) {
                told.put(
                        answer.getString(1),
                        new Told(answer.getString(2), answer.getString(3), answer.getString(4), answer.getBoolean(5)));
            }
        }
        return told;
    }

    private void awaitQuiet() throws InterruptedException {
        var deadline = Instant.now().plus(QUIET_WITHIN);
        while (Instant.now().isBefore(deadline)
                && !town.ground
                        .ask("SELECT count(*) FROM outbox WHERE state = 'WAITING' AND occasion = 'TICKET_RECEIVED'")
                        .equals("0")) {
            Thread.sleep(500);
        }
    }
}
