package cn.huiyin.visit.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What is promised with the keeping of things: to owners before a day comes, to dispatchers when it has gone. */
@StoreTest
class NeedCardsTest {

    private final DatabaseClient database;

    NeedCardsTest(DatabaseClient database, RehearsalClock clock) {
        this.database = database;
        clock.stopAt(Instant.parse("2026-11-22T04:00:00Z"));
    }

    @Test
    void theOwnerIsRemindedBeforeAndOnTheDayAndTheDispatcherAfterIt() {
        open("aaaaaaaaaaaaaaaa", "RED");

        assertThat(promised("aaaaaaaaaaaaaaaa"))
                .containsExactly(
                        "CARD_DUE 2026-12-15 09:00",
                        "CARD_DUE 2026-12-21 09:00",
                        "CARD_DUE 2026-12-22 09:00",
                        "CARD_OVERDUE 2026-12-23 09:00");
    }

    @Test
    void anotherColourMovesWhatWasPromised() {
        open("bbbbbbbbbbbbbbbb", "YELLOW");
        move("bbbbbbbbbbbbbbbb", 1, "RECOLOUR", "OPEN", "RED");

        assertThat(promised("bbbbbbbbbbbbbbbb")).hasSize(4).contains("CARD_OVERDUE 2026-12-23 09:00");
    }

    @Test
    void whenItIsDoneTheHouseholdIsToldAndNobodyElse() {
        open("cccccccccccccccc", "RED");
        move("cccccccccccccccc", 1, "DONE", "DONE", "RED");

        assertThat(promised("cccccccccccccccc")).containsExactly("CARD_ANSWERED 2026-11-22 12:00");
    }

    @Test
    void aMoveOnAnOlderVersionIsStale() {
        open("dddddddddddddddd", "RED");
        move("dddddddddddddddd", 1, "TAKE_UP", "TAKEN_UP", "RED");

        assertThat(move("dddddddddddddddd", 1, "DONE", "DONE", "RED")).isEqualTo("STALE");
    }

    @Test
    void theStatementItselfKeepsNoVisitWithoutAgreement() {
        assertThat(keep("visit-without", "MET")).isEqualTo("NO_CONSENT");
        assertThat(keep("visit-refused", "REFUSED")).isEqualTo("KEPT");
        assertThat(one("SELECT count(*)::text FROM counted_visit")).isEqualTo("1");
    }

    private String keep(String id, String outcome) {
        return one("""
                SELECT visit_keep(jsonb_build_object(
                           'record', jsonb_build_object(
                               'id', '%s', 'household', 'k7m2p9q4', 'class', 'KEY', 'path', '/q/c/g/b/', 'by', 1,
                               'at', huiyin_now(), 'minutes', 1, 'way', 'ONLINE', 'outcome', '%s', 'content', 'x',
                               'photos', '[]'::jsonb),
                           'revised', false, 'cards', '[]'::jsonb, 'writings', '[]'::jsonb)) ->> 'said'
                """.formatted(id, outcome));
    }

    private void open(String card, String colour) {
        database.sql("""
                SELECT visit_card_open(jsonb_build_object(
                           'card', '%s', 'source', 'PHONE', 'household', 'k7m2p9q4', 'path', '/q/c/g/b/',
                           'colour', '%s', 'opened_by', 1, 'by_name', '陈立夏', 'writings', '[]'::jsonb))
                """.formatted(card, colour)).then().block();
    }

    private String move(String card, int version, String move, String to, String colour) {
        return one("""
                SELECT visit_card_move(jsonb_build_object(
                           'card', '%s', 'version', %d, 'move', '%s', 'to', '%s', 'colour', '%s', 'by', 1,
                           'by_name', '陈立夏', 'writings', '[]'::jsonb))
                """.formatted(card, version, move, to, colour));
    }

    private List<String> promised(String card) {
        return database.sql("""
                        SELECT occasion || to_char(not_before AT TIME ZONE 'Asia/Shanghai', ' YYYY-MM-DD HH24:MI') AS said
                          FROM outbox
                         WHERE subject_kind = 'visit-card'
                           AND subject_id = :card
                           AND state = 'WAITING'
                         ORDER BY not_before, occasion
                        """)
                .bind("card", card)
                .map(row -> Objects.requireNonNull(row.get("said", String.class)))
                .all()
                .collectList()
                .block();
    }

    private String one(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).map(row -> row.get(0, String.class)).one().block());
    }
}
