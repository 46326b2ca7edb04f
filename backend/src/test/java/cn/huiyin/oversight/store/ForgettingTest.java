package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Whoever asks is told what was looked into and what they did; words about a home go, the rest stays. */
@StoreTest
class ForgettingTest {

    private final TestDatabase database;
    private final Forgetting forgetting;

    ForgettingTest(TestDatabase database, DatabaseClient client) {
        this.database = database;
        this.forgetting = new Forgetting(client);
    }

    @Test
    void wordsAboutAHomeAreEmptiedAndWhoDidWhatStays() {
        database.execute("""
                INSERT INTO spot_draw (street, month, share, commitment, head_at, draws_at)
                VALUES ('s1', '2026-04-01', 10, repeat('0', 64), huiyin_now() + interval '1 day', huiyin_now() + interval '2 days')
                """, """
                INSERT INTO spot_list (community, month, street, seed, visits, drawn, digest)
                VALUES ('c1', '2026-04-01', 's1', 'seed', 9, 2, 'digest')
                """);
        found("visit-000001", "home1");
        found("visit-000002", "home2");

        assertThat(forgetting.empty("home1").block()).isEqualTo(2);
        assertThat(forgetting.empty("home1").block())
                .as("twice is the same as once")
                .isZero();

        assertThat(sealed()).isEqualTo(2);
        assertThat(requireNonNull(forgetting.visitsLookedInto(7).block())).hasSize(2);
        assertThat(requireNonNull(forgetting.deeds(9).block()))
                .extracting(deed -> deed.get("move"))
                .containsExactlyInAnyOrder("REPORT", "REPORT", "ISSUE", "ISSUE");
        assertThat(forgetting.deeds(8).block()).isEmpty();
    }

    private long sealed() {
        return requireNonNull(database.client()
                .sql(
                        "SELECT (SELECT count(sealed) FROM spot_check_event) + (SELECT count(sealed) FROM rectification_event) AS left")
                .map(row -> requireNonNull(row.get("left", Long.class)))
                .one()
                .block());
    }

    private void found(String visit, String home) {
        Map<String, String> said = Map.of("visit", visit, "home", home, "no", "ZG" + visit.substring(6));
        database.execute(
                """
                INSERT INTO spot_lot (visit, community, month, street, grid, at, rank, drawn)
                VALUES ('%s', 'c1', '2026-04-01', 's1', 'g1', huiyin_now(), 'rank', true)
                """.formatted(visit),
                """
                INSERT INTO spot_check (visit, month, household, path, by, at, way, outcome, in_time, state, due_at, supervisor,
                                        asked_by, recorded, followed, entered, checked_at)
                VALUES ('%s', '2026-04-01', '%s', '/s1/c1/g1/b1/', 7, huiyin_now(), 'IN_PERSON', 'MET', true, 'FINDINGS',
                        huiyin_now(), 9, 'PHONE', 'WRONG', 'NONE', 'OK', huiyin_now())
                """.formatted(visit, home),
                """
                INSERT INTO spot_check_event (visit, seq, street, by, move, to_state, sealed) VALUES ('%s', 1, 's1', 9, 'REPORT', 'FINDINGS', 'x')
                """.formatted(visit),
                """
                INSERT INTO rectification (no, visit, household, path, quarter, issued_by, days, counts_from, due_at)
                VALUES ('%s', '%s', '%s', '/s1/c1/g1/b1/', '2026-04-01', 9, 7, huiyin_now(), huiyin_now())
                """.formatted(said.get("no"), visit, home),
                """
                INSERT INTO rectification_event (no, seq, street, by, move, to_state, due_at, sealed)
                VALUES ('%s', 1, 's1', 9, 'ISSUE', 'ISSUED', huiyin_now(), 'x')
                """.formatted(said.get("no")));
    }
}
