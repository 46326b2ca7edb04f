package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;

/** G3, T3: whoever has the database in their hands cannot change a timeline unseen. */
@HuiyinTest
class TamperedTimelineTest {

    private final People people;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    TamperedTimelineTest(WebTestClient client, DatabaseClient database, TransactionalOperator transaction) {
        people = new People(client);
        this.database = database;
        this.transaction = transaction;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE ticket_event SET note = '改过' WHERE no = :no AND seq = 2",
                "UPDATE ticket_event SET by_name = '别人' WHERE no = :no AND seq = 1",
                "UPDATE ticket_event SET at = at - interval '1 day' WHERE no = :no AND seq = 3",
                "UPDATE ticket_event SET facts = facts || '{\"unit\":\"elsewhere\"}' WHERE no = :no AND seq = 3",
                "DELETE FROM ticket_event WHERE no = :no AND seq = 1",
                "DELETE FROM ticket_event WHERE no = :no AND seq = 3",
                "DELETE FROM ticket_event WHERE no = :no",
                """
                UPDATE ticket_event one
                   SET (at, move, from_stage, to_stage, note, facts, note_digest, previous_hash, hash)
                     = (SELECT at, move, from_stage, to_stage, note, facts, note_digest, previous_hash, hash
                          FROM ticket_event other
                         WHERE other.no = one.no
                           AND other.seq = 5 - one.seq)
                 WHERE no = :no
                   AND seq IN (2, 3)
                """
            })
    void aChangedDeletedOrReorderedRowIsFound(String forgery) {
        String no = dispatched();
        assertThat(isValid(no)).isTrue();

        behindTheTrigger(forgery, no);
        assertThat(isValid(no)).isFalse();
    }

    @Test
    void theDatabaseItselfRefusesToChangeATimeline() {
        String no = dispatched();

        assertThatThrownBy(() -> database.sql("DELETE FROM ticket_event WHERE no = :no")
                        .bind("no", no)
                        .then()
                        .block(Duration.ofSeconds(30)))
                .hasMessageContaining("append-only");
    }

    private String dispatched() {
        String no = people.li.files("楼道灯坏了").text("no");
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "DISPATCH");
        return no;
    }

    private boolean isValid(String no) {
        return people.li
                .get("/api/v1/tickets/%s/verification".formatted(no))
                .body()
                .get("valid")
                .asBoolean();
    }

    private void behindTheTrigger(String forgery, String no) {
        Flux.concat(
                        database.sql("SET LOCAL session_replication_role = replica")
                                .then(),
                        database.sql(forgery).bind("no", no).then())
                .as(transaction::transactional)
                .blockLast(Duration.ofSeconds(30));
    }
}
