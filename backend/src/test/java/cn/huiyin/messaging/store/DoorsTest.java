package cn.huiyin.messaging.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.messaging.domain.CatalogueTest;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class DoorsTest {

    private final DatabaseClient database;
    private final Outbox outbox;

    DoorsTest(DatabaseClient database) {
        this.database = database;
        this.outbox = new Outbox(CatalogueTest.theCatalogue(), new Promises(database));
    }

    @Test
    void theSameFactIsKeptOnce() {
        var first = notice("HY1", "HY1/received");
        var second = notice("HY1", "HY1/dispatched");

        assertThat(outbox.append(List.of(first, first, second)).block()).isEqualTo(2);
        assertThat(outbox.append(List.of(first, second)).block()).isZero();
        assertThat(outbox.known(List.of("HY1/received", "HY1/dispatched", "HY1/replied"))
                        .block())
                .containsExactlyInAnyOrder("HY1/received", "HY1/dispatched");
    }

    @Test
    void whatIsPromisedLaterWaitsForItsTime() {
        var later = new Notice(
                "DEADLINE_DUE",
                "HY2/1/DUE",
                "qinghe",
                "ticket",
                "HY2",
                null,
                Instant.parse("2027-01-05T01:00:00Z"),
                Map.of("no", "HY2"));
        outbox.append(List.of(later)).block();

        assertThat(text(
                        "SELECT (urgent AND not_before = due_at AND not_before = '2027-01-05T01:00:00Z' AND recipient IS NULL)::text FROM outbox"
                                + " WHERE subject_id = 'HY2'"))
                .isEqualTo("true");
    }

    @Test
    void onlyWhatWaitsUnderThePrefixIsWithdrawn() {
        outbox.append(List.of(
                        notice("HY3", "HY3/1/BEFORE"),
                        notice("HY3", "HY3/1/DUE"),
                        notice("HY3", "HY3/2/DUE"),
                        notice("HY33", "HY33/1/DUE")))
                .block();
        database.sql("UPDATE outbox SET state = 'SENT' WHERE dedup_key = 'HY3/1/BEFORE'")
                .then()
                .block();

        assertThat(text("SELECT outbox_withdraw('ticket', 'HY3', 'HY3/1/', '已答复')::text"))
                .isEqualTo("1");
        assertThat(text("SELECT string_agg(dedup_key, ' ' ORDER BY dedup_key) FROM outbox"
                        + " WHERE state = 'WITHDRAWN' AND last_error = '已答复' AND finished_at IS NOT NULL"))
                .isEqualTo("HY3/1/DUE");
    }

    private static Notice notice(String ticket, String key) {
        return new Notice(
                "TICKET_RECEIVED", key, "qinghe", "ticket", ticket, new AccountId(7), null, Map.of("no", ticket));
    }

    private String text(String sql) {
        return database.sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .one()
                .block();
    }
}
