package cn.huiyin.rehearsal.trial;

import static java.util.Map.entry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Makes many tickets of a few real ones, by copying the rows of each: with numbers of their own, spread over sixteen grids and
 * all residents, one each half minute back into the past. What waits for its time goes on waiting; messages that were withdrawn
 * before their time are left out, for there are many and nobody asks for them. Triggers and foreign keys are not asked, so the
 * timelines' hashes are those of the real ones; all else is as the service writes it.
 */
final class Multiplied {

    // What of a copy is its own; times follow the ticket, and all else is as it was.
    private static final String PERSON = "CASE WHEN x.%1$s = made.filer THEN made.reporter ELSE x.%1$s END";
    private static final String SAME_WORDS = "replace(x.%s, made.template, made.no)";
    private static final String MESSAGE = "x.%s + made.n * made.span";
    private static final String WAITS =
            "CASE WHEN x.state = 'WAITING' THEN x.%1$s + made.n * interval '2 s' ELSE x.%1$s + made.shift END";

    private static final List<Copied> THE_MATTER = List.of(
            new Copied(
                    "ticket",
                    "no",
                    Map.of("no", "made.no", "reporter", "made.reporter", "place", "made.place", "path", "made.path")),
            new Copied("ticket_event", "no", Map.of("no", "made.no", "by", PERSON.formatted("by"))),
            new Copied("ticket_deadline", "no", Map.of("no", "made.no")),
            new Copied("callback", "ticket_no", Map.of("ticket_no", "made.no", "given_by", "made.reporter")));

    private static final List<Copied> THE_TALK = List.of(
            new Copied(
                    "content_check",
                    "subject_id",
                    Map.of("subject_id", "made.no", "place", "made.path", "author", PERSON.formatted("author"))),
            new Copied(
                    "outbox",
                    "subject_id",
                    "state <> 'WITHDRAWN'",
                    Map.ofEntries(
                            entry("id", MESSAGE.formatted("id")),
                            entry("parent", MESSAGE.formatted("parent")),
                            entry("dedup_key", SAME_WORDS.formatted("dedup_key")),
                            entry("subject_id", "made.no"),
                            entry("recipient", PERSON.formatted("recipient")),
                            entry("facts", "replace(x.facts::text, made.template, made.no)::jsonb"),
                            entry("due_at", WAITS.formatted("due_at")),
                            entry("not_before", WAITS.formatted("not_before")))),
            new Copied(
                    "inbox",
                    "subject_id",
                    Map.of(
                            "outbox_id", MESSAGE.formatted("outbox_id"),
                            "account", PERSON.formatted("account"),
                            "subject_id", "made.no",
                            "page", SAME_WORDS.formatted("page"))),
            new Copied(
                    "todo",
                    "subject_id",
                    Map.of(
                            "outbox_id", MESSAGE.formatted("outbox_id"),
                            "dedup_key", SAME_WORDS.formatted("dedup_key"),
                            "subject_id", "made.no",
                            "page", SAME_WORDS.formatted("page"))));

    /** The oldest first, as they would have come. */
    private static final String MADE = """
            CREATE TEMP TABLE made AS
            SELECT n, template, filer, shift, reporter, span,
                   'HY' || to_char((filed_at + shift) AT TIME ZONE 'Asia/Shanghai', 'YYMMDD') || lpad(n::text, 8, '0') AS no,
                   'qinghe-c' || c || '-g' || g AS place,
                   '/qinghe/qinghe-c' || c || '/qinghe-c' || c || '-g' || g || '/' AS path
              FROM (SELECT n,
                           %1$d AS span,
                           ('{%2$s}'::text[])[1 + n %% %3$d] AS template,
                           (SELECT array_agg(id ORDER BY id) FROM account WHERE miniapp_openid LIKE 'o-demo-trial-%%')
                               [1 + n / %3$d %% %4$d] AS reporter,
                           1 + n / 5 %% 4 AS c,
                           1 + n / 7 %% 4 AS g,
                           interval '-1 day' - n * interval '30 s' AS shift
                      FROM generate_series(%5$d::bigint, %6$d, -1) AS n) AS wanted
              JOIN (SELECT no AS template, reporter AS filer, filed_at
                      FROM ticket
                     WHERE no = ANY ('{%2$s}')) AS real USING (template)
             ORDER BY n DESC
            """;

    private final Ground ground;
    private final List<String> templates;
    private final int residents;
    private final long span;

    /**
     * @param templates the first for each first ticket of so many, and so on; the same may be there several times
     * @param residents who file so many tickets each in turn
     */
    Multiplied(Ground ground, List<String> templates, int residents) {
        this.ground = ground;
        this.templates = templates;
        this.residents = residents;
        this.span = Long.parseLong(ground.ask("SELECT max(id) FROM outbox"));
    }

    /** @param key the column that holds the ticket's number */
    private record Copied(String table, String key, String which, Map<String, String> own) {

        Copied(String table, String key, Map<String, String> own) {
            this(table, key, "true", own);
        }
    }

    /** Those after {@code from} up to {@code to}; the program does not run meanwhile. */
    void fill(int from, int to) throws Exception {
        var inTwo = new ArrayList<Callable<Void>>();
        for (var tables : List.of(THE_MATTER, THE_TALK)) {
            inTwo.add(() -> {
                fill(from, to, tables);
                return null;
            });
        }
        OneKey.atOnce(inTwo);
        ground.ask("SELECT setval(pg_get_serial_sequence('outbox', 'id'), (SELECT max(id) FROM outbox))");
    }

    private void fill(int from, int to, List<Copied> tables) throws SQLException {
        try (var database = ground.connect();
                var statement = database.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(
                    MADE.formatted(span, String.join(",", templates), templates.size(), residents, to, from + 1));
            statement.execute("ANALYZE made");
            for (var table : tables) {
                var begun = System.nanoTime();
                int rows = statement.executeUpdate(copying(database, table));
                statement.execute("VACUUM ANALYZE " + table.table());
                MessageFaults.say(
                        "  %,d rows of %s in %.1f s".formatted(rows, table.table(), (System.nanoTime() - begun) / 1e9));
            }
        }
    }

    private String copying(Connection database, Copied copied) throws SQLException {
        var into = new ArrayList<String>();
        var what = new ArrayList<String>();
        try (var columns = database.createStatement().executeQuery("""
                SELECT column_name, data_type, is_identity
                  FROM information_schema.columns
                 WHERE table_schema = 'public'
                   AND table_name = '%s'
                   AND is_generated = 'NEVER'
                """.formatted(copied.table()))) {
            while (columns.next()) {
                var column = columns.getString(1);
                var own = copied.own().get(column);
                if (own != null || columns.getString(3).equals("NO")) {
                    into.add(column);
                    what.add(own != null ? own : asItWas(column, columns.getString(2)));
                }
            }
        }
        return """
                WITH x AS MATERIALIZED (SELECT * FROM %1$s WHERE %2$s IN (%3$s) AND %6$s)
                INSERT INTO %1$s (%4$s) OVERRIDING SYSTEM VALUE
                SELECT %5$s FROM made JOIN x ON x.%2$s = made.template
                """.formatted(
                        copied.table(),
                        copied.key(),
                        templates.stream().distinct().map(no -> "'" + no + "'").collect(Collectors.joining(", ")),
                        String.join(", ", into),
                        String.join(", ", what),
                        copied.which());
    }

    private static String asItWas(String column, String type) {
        return "x." + column + (type.equals("timestamp with time zone") ? " + made.shift" : "");
    }
}
