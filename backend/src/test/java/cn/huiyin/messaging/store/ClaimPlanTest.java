package cn.huiyin.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class ClaimPlanTest {

    private static final Pattern FIRST_BUFFERS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private final DatabaseClient database;
    private final TestDatabase all;

    ClaimPlanTest(TestDatabase all, DatabaseClient database) {
        this.all = all;
        this.database = database;
    }

    @Test
    void aClaimCostsTheSameWithAThousandAndAHundredThousandWaiting() {
        waiting(0, 1_000);
        claimOnce();
        var few = buffers(claimOnce());
        waiting(1_000, 100_000);
        claimOnce();
        var plan = claimOnce();

        assertThat(plan).contains("Index Scan using outbox_due").doesNotContain("Seq Scan on outbox");
        assertThat(buffers(plan)).isLessThan(2 * few + 200);
    }

    /** Half of them due, one in ten urgent. */
    private void waiting(int from, int to) {
        all.execute("""
                INSERT INTO outbox (street, occasion, dedup_key, subject_kind, subject_id, recipient, urgent, due_at, not_before)
                SELECT 'qinghe', 'TICKET_RECEIVED', 'key ' || n, 'ticket', 'HY' || n, n, n %% 10 = 0, at, at
                  FROM (SELECT n, huiyin_now() + make_interval(secs => (n %% 2000) - 1000) AS at
                          FROM generate_series(%d, %d) AS n) AS promised
                """.formatted(from + 1, to), "ANALYZE outbox");
    }

    private String claimOnce() {
        return String.join(
                "\n",
                database.sql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) "
                                + Claims.claim(50).replace("$1", "120"))
                        .map(row -> String.valueOf(row.get(0, String.class)))
                        .all()
                        .collectList()
                        .blockOptional()
                        .orElseThrow());
    }

    private static int buffers(String plan) {
        var found = FIRST_BUFFERS.matcher(plan);
        assertThat(found.find()).as(plan).isTrue();
        return Integer.parseInt(found.group(1)) + (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)));
    }
}
