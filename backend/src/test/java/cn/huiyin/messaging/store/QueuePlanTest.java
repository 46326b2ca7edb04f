package cn.huiyin.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class QueuePlanTest {

    private final DatabaseClient database;
    private final TestDatabase all;

    QueuePlanTest(TestDatabase all, DatabaseClient database) {
        this.all = all;
        this.database = database;
    }

    /** As it is after years: nearly all was sent, much waits for its day, and hardly anything is due. */
    @Test
    void countingWhatIsDueDoesNotLookThroughAllThatWasEverSent() {
        all.execute("""
                INSERT INTO outbox (street, occasion, dedup_key, subject_kind, subject_id, recipient, state, due_at, not_before, finished_at)
                SELECT 'qinghe', 'TICKET_RECEIVED', 'key ' || n, 'ticket', 'HY' || n, n,
                       CASE WHEN n > 60000 THEN 'WAITING' ELSE 'SENT' END, at, at, CASE WHEN n <= 60000 THEN at END
                  FROM (SELECT n, huiyin_now() + make_interval(hours => CASE WHEN n BETWEEN 60001 AND 79990 THEN 1 ELSE -1 END) AS at
                          FROM generate_series(1, 80000) AS n) AS promised
                """, "ANALYZE outbox");

        var plan = String.join(
                "\n",
                database.sql("EXPLAIN (COSTS OFF) " + Queue.DUE)
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .blockOptional()
                        .orElseThrow());
        var depth = new Queue(database).due().blockOptional().orElseThrow();

        assertThat(plan).contains("Index Scan using outbox_due").doesNotContain("Seq Scan on outbox");
        assertThat(depth.due()).isEqualTo(10);
        assertThat(depth.urgent()).isZero();
    }
}
