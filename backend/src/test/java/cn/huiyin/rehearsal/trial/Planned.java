package cn.huiyin.rehearsal.trial;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The clock goes over mornings and deadlines while all nodes plan: what is planned by itself (digests, households due, reminders,
 * draws) is planned once, and all of it is planned.
 */
final class Planned {

    /** So that every node has planned several times before it is time. */
    static final Map<String, String> OFTEN = Map.of(
            "huiyin.digest.plan-every", "2s",
            "huiyin.care.plan-every", "2s",
            "huiyin.programme.plan-every", "2s",
            "huiyin.oversight.look-every", "2s");

    private static final Duration SEVERAL_ROUNDS = Duration.ofSeconds(5);
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);
    private static final int TICKETS = 20;

    /** Residents, so that WeChat knows them; those of odd numbers follow the official account. */
    private static final Map<Integer, Map<String, String>> STAFF = Map.of(
            1, Map.of("role", "GRID_WORKER", "placeId", Town.GRID),
            3, Map.of("role", "DISPATCHER", "placeId", "qinghe-c1"),
            5, Map.of("role", "SUPERVISOR", "placeId", "qinghe"));

    /** A month's first day, and a day after the first answer of tickets filed on 2026-11-24 was due. */
    private static final List<String> DAYS = List.of("2026-12-01", "2026-12-04");

    /** The same to the same person about the same thing for the same moment, under whatever key. */
    private static final String TWICE = """
            SELECT occasion || ' ' || subject_id || ' to ' || coalesce(recipient::text, 'whoever holds the post')
                   || ' for ' || due_at || ' × ' || count(*)
              FROM outbox
             GROUP BY occasion, subject_kind, subject_id, recipient, due_at, facts
            HAVING count(*) > 1
            """;

    private static final String MISSING = """
            SELECT 'no digest of ' || p.id || ' on ' || day
              FROM place p
             CROSS JOIN unnest('{%s}'::text[]) AS day
             WHERE p.kind = 'GRID'
               AND NOT EXISTS (SELECT FROM outbox o WHERE o.dedup_key = 'digest/GRID/' || p.id || '/' || day)
            """;

    private final Town town;
    private final List<Program> nodes;
    private final Oracle oracle;

    private Planned(Town town, List<Program> nodes, Oracle oracle) {
        this.town = town;
        this.nodes = nodes;
        this.oracle = oracle;
    }

    /** Leaves nobody in office afterwards. */
    static void judge(Town town, List<Program> nodes, Oracle oracle) throws Exception {
        new Planned(town, nodes, oracle).judge();
    }

    private void judge() throws Exception {
        for (var staff : STAFF.entrySet()) {
            town.appoint(town.residents.code(staff.getKey()), staff.getValue());
        }
        for (int number = 0; number < TICKETS; number++) {
            var node = nodes.get(number % nodes.size());
            var mark = "due-%05d".formatted(number);
            var load = new Load(town, () -> node, 0, Duration.ZERO);
            var filed = node.send(load.filing(town.tokens().get(6 + number % 8), "key-" + mark, mark));
            oracle.insist(filed.statusCode() == 201, mark + " was answered " + filed.statusCode());
        }
        // What is in somebody's hands is so by this clock: it must not leap over the end of a lease.
        town.awaitQuiet(QUIET_WITHIN);
        for (var day : DAYS) {
            clock(day + " 07:00+08");
            clock(day + " 08:31+08");
        }
        for (int number : STAFF.keySet()) {
            town.tokens().put(number, town.dismiss(town.residents.code(number)));
        }
        oracle.count("nodes that plan", nodes.size());
        oracle.count("digests", count("subject_kind = 'digest' AND recipient IS NULL"));
        oracle.count("reminders of deadlines", count("occasion LIKE 'DEADLINE_%' AND recipient IS NULL"));
        oracle.count(
                "told to people",
                count("occasion LIKE 'DEADLINE_%' AND recipient IS NOT NULL")
                        + count("subject_kind = 'digest' AND recipient IS NOT NULL"));
        oracle.none("planned twice", all(TWICE));
        oracle.none("not planned", all(MISSING.formatted(String.join(",", DAYS))));
        oracle.insist(
                count("subject_kind = 'digest' AND recipient IS NOT NULL") > 0
                        && count("occasion LIKE 'DEADLINE_%' AND recipient IS NOT NULL AND state = 'SENT'") > 0,
                "nobody was told anything, so this proves nothing");
    }

    private void clock(String moment) throws Exception {
        MessageFaults.say("it is " + moment);
        town.ground.ask("UPDATE rehearsal_clock SET ahead = timestamptz '%s' - now() RETURNING 1".formatted(moment));
        Thread.sleep(SEVERAL_ROUNDS.toMillis());
        town.awaitQuiet(QUIET_WITHIN);
    }

    private long count(String which) {
        return Long.parseLong(town.ground.ask("SELECT count(*) FROM outbox WHERE " + which));
    }

    private List<String> all(String question) throws SQLException {
        var all = new ArrayList<String>();
        try (var database = town.ground.connect();
                var rows = database.createStatement().executeQuery(question)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
