package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A database with so many tickets, one of several that are alike otherwise: the people of all of them are the same, and so are
 * their sessions.
 *
 * @param name of the database
 * @param readers residents with twenty tickets and more, whatever the size
 * @param staff tokens of people with a desk
 */
record Filled(Town town, int tickets, String name, int readers, List<String> staff) {

    static final int RESIDENTS = 200;

    private static final int PAGE = 20;
    private static final int READERS = 40;
    private static final int READ = 2000;
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(60);
    private static final List<String> WIDE =
            List.of("ALTER SYSTEM SET max_wal_size = '8GB'", "ALTER SYSTEM SET checkpoint_timeout = '30min'");

    /** From few to many; the program of the town does not run afterwards. */
    static List<Filled> all(Town town, List<Integer> sizes) throws Exception {
        town.settle();
        var dispatcher = town.appoint("demo-dispatcher", Map.of("role", "DISPATCHER", "placeId", "qinghe"));
        var handler = town.appoint("demo-handler", Map.of("role", "HANDLER", "unitId", "qinghe-property"));
        var staff = List.of(
                dispatcher,
                handler,
                town.appoint("demo-dispatcher-c1", Map.of("role", "DISPATCHER", "placeId", "qinghe-c1")),
                town.appoint("demo-grid-worker", Map.of("role", "GRID_WORKER", "placeId", Town.GRID)));
        var lives = new Lives(town, dispatcher, handler).live();
        town.awaitQuiet(QUIET_WITHIN);
        town.program().kill();
        var postgres = town.ground.postgres;
        WIDE.forEach(postgres::execute);
        postgres.execute("SELECT pg_reload_conf()");
        var multiplied = new Multiplied(town.ground, lives, RESIDENTS);
        var all = new ArrayList<Filled>();
        int have = 0;
        for (int size : sizes) {
            MessageFaults.say("%,d tickets".formatted(size));
            multiplied.fill(have, size);
            have = size;
            var last = size == sizes.get(sizes.size() - 1);
            var name = last ? Ground.DATABASE : "with_" + size;
            if (!last) {
                postgres.execute("CREATE DATABASE %s TEMPLATE %s STRATEGY FILE_COPY".formatted(name, Ground.DATABASE));
            }
            all.add(new Filled(town, size, name, Math.min(READERS, sizes.get(0) / PAGE), staff));
        }
        postgres.execute("ALTER SYSTEM RESET ALL", "SELECT pg_reload_conf()", "CHECKPOINT");
        return all;
    }

    /** The program over it, in a process of its own. */
    Program start() throws InterruptedException {
        var postgres = town.ground.postgres;
        return town.start(
                name,
                List.of(),
                "127.0.0.1",
                Map.of(
                        "spring.r2dbc.url", postgres.r2dbcUrl(name),
                        "spring.flyway.url", postgres.jdbcUrl(name)));
    }

    String ask(String question) {
        return town.ground.postgres.ask(name, question);
    }

    /** What was filed is not sent later, while something else is measured; what waits for its day goes on waiting. */
    void sweep() {
        ask("""
                WITH waiting AS (
                    UPDATE outbox SET state = 'WITHDRAWN', finished_at = huiyin_now()
                     WHERE id IN (%s) RETURNING 1),
                pending AS (
                    UPDATE content_check SET state = 'PASSED', words = NULL, finished_at = huiyin_now()
                     WHERE state = 'PENDING' RETURNING 1)
                SELECT (SELECT count(*) FROM waiting) + (SELECT count(*) FROM pending)
                """.formatted(Town.DUE));
    }

    /** Their own tickets, drawn from all that they have, each asked for by its reporter. */
    Path progress(Path folder) throws IOException, SQLException {
        var lines = new ArrayList<String>();
        try (var database = town.ground.connect(name);
                var rows = database.createStatement().executeQuery("""
                        SELECT t.no, substring(a.miniapp_openid FROM '[0-9]+$')
                          FROM account a
                          JOIN ticket t ON t.reporter = a.id
                         WHERE a.miniapp_openid IN (SELECT 'o-demo-trial-' || n FROM generate_series(0, %d) AS n)
                         ORDER BY md5(t.no)
                         LIMIT %d
                        """.formatted(readers - 1, READ))) {
            while (rows.next()) {
                lines.add(token(rows.getInt(2)) + " /api/v1/tickets/" + rows.getString(1));
            }
        }
        return Files.write(folder.resolve("progress-" + tickets), lines);
    }

    Path mine(Path folder) throws IOException {
        var lines = new ArrayList<String>();
        for (int reader = 0; reader < readers; reader++) {
            lines.add(token(reader) + " /api/v1/tickets?scope=mine&size=" + PAGE);
        }
        return Files.write(folder.resolve("mine-" + tickets), lines);
    }

    Path desk(Path folder) throws IOException {
        return Files.write(
                folder.resolve("desk-" + tickets),
                staff.stream()
                        .map(token -> token + " /api/v1/tickets?scope=desk&size=" + PAGE)
                        .toList());
    }

    private @Nullable String token(int resident) {
        return town.tokens().get(resident);
    }
}
