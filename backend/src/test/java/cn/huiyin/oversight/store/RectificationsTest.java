package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Scope;
import cn.huiyin.oversight.domain.LookedBack;
import cn.huiyin.oversight.domain.Rectification;
import cn.huiyin.oversight.domain.RectificationMove;
import cn.huiyin.oversight.domain.RectificationState;
import cn.huiyin.oversight.store.Rectifications.Issue;
import cn.huiyin.oversight.store.Rectifications.LookBackRow;
import cn.huiyin.oversight.store.Rectifications.Move;
import cn.huiyin.oversight.store.Rectifications.Owed;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Notices are issued once, moved by whoever read them last, and looked at again after their quarter until they hold. */
@StoreTest
class RectificationsTest {

    private static final Repeat ONCE = new Repeat(7, null, "");
    private static final Scope STREET = new Scope(List.of("s1"), List.of(), List.of());

    private final TestDatabase database;
    private final DatabaseClient client;
    private final RehearsalClock clock;
    private final Rectifications notices;
    private int made;

    RectificationsTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.client = client;
        this.clock = clock;
        this.notices = new Rectifications(client, new Vault(PrivacySettings.of(Keys.fresh())));
    }

    @BeforeEach
    void nothingWasFound() {
        database.execute(
                "TRUNCATE look_back_item, look_back, rectification_event, rectification, spot_check_event, spot_check,"
                        + " spot_lot, spot_list, spot_draw CASCADE");
        stand(LocalDate.of(2026, 5, 4));
        database.execute("""
                INSERT INTO spot_draw (street, month, share, commitment, head_at, draws_at)
                VALUES ('s1', '2026-04-01', 10, repeat('0', 64), huiyin_now() + interval '1 day', huiyin_now() + interval '2 days')
                """, """
                INSERT INTO spot_list (community, month, street, seed, visits, drawn, digest)
                VALUES ('c1', '2026-04-01', 's1', 'seed', 99, 10, 'digest')
                """);
    }

    @Test
    void oneCheckHasOneNotice() {
        String visit = found();

        List<Boolean> issued = requireNonNull(Flux.range(1, 6)
                .flatMap(n -> notices.issue(issue("ZG260500000" + n, visit), ONCE, "{}"))
                .collectList()
                .block());

        assertThat(issued).containsOnlyOnce(true);
    }

    @Test
    void whatFoundNothingHasNoNotice() {
        String visit = found();
        database.execute("UPDATE spot_check SET state = 'PASSED', recorded = 'OK' WHERE visit = '%s'".formatted(visit));

        assertThat(notices.issue(issue("ZG2605000001", visit), ONCE, "{}").block())
                .isFalse();
    }

    @Test
    void whatIsSaidLiesSealedAndIsReadBack() {
        Rectification notice = issued();

        assertThat(requireNonNull(notices.history(notice.no(), 9).block())
                        .get(0)
                        .note())
                .isEqualTo("请重新走访");
        assertThat(requireNonNull(
                        client.sql("SELECT string_agg(to_json(e)::text, '') AS raw FROM rectification_event e")
                                .map(row -> requireNonNull(row.get("raw", String.class)))
                                .one()
                                .block()))
                .doesNotContain("重新走访");
    }

    @Test
    void onlyOneOfTwoWhoMoveTheSameVersionIsKept() {
        Rectification notice = issued();

        List<String> said = requireNonNull(Flux.range(1, 6)
                .flatMap(n -> notices.save(
                        move(notice, RectificationMove.ANSWER, RectificationState.ANSWERED, null), ONCE, "{}"))
                .collectList()
                .block());

        assertThat(said).containsOnlyOnce("SAVED").contains("STALE");
    }

    @Test
    void afterItsQuarterANoticeIsLookedAtAgainUntilItHolds() {
        Rectification holds = accepted();
        Rectification relapses = accepted();
        Rectification open = issued();
        assertThat(notices.lookBacksDue().collectList().block())
                .as("the quarter runs")
                .isEmpty();

        stand(LocalDate.of(2026, 7, 1));
        Owed second = requireNonNull(notices.lookBacksDue().single().block());
        assertThat(second.quarter()).isEqualTo(LocalDate.of(2026, 4, 1));
        List<Integer> opened = requireNonNull(Flux.range(1, 6)
                .flatMap(node -> notices.open(second, clock.now().plus(Duration.ofDays(20)), "[]"))
                .collectList()
                .block());
        assertThat(opened).as("once, however many nodes open it").containsExactly(3);

        looked(holds, RectificationState.ACCEPTED, LookedBack.HOLDS);
        looked(relapses, RectificationState.SENT_BACK, LookedBack.RELAPSED);
        looked(open, RectificationState.ISSUED, LookedBack.STILL_OPEN);
        assertThat(requireNonNull(notices.lookBacks(STREET, 9).block()))
                .extracting(LookBackRow::notices, LookBackRow::looked, LookBackRow::held)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, 3, 1));

        stand(LocalDate.of(2026, 10, 1));
        Owed third = requireNonNull(notices.lookBacksDue().single().block());
        assertThat(notices.open(third, clock.now().plus(Duration.ofDays(20)), "[]")
                        .block())
                .as("the two that did not hold")
                .isEqualTo(2);
    }

    @Test
    void nobodyLooksBackTwice() {
        Rectification notice = accepted();
        stand(LocalDate.of(2026, 7, 1));
        notices.open(requireNonNull(notices.lookBacksDue().single().block()), clock.now(), "[]")
                .block();
        looked(notice, RectificationState.ACCEPTED, LookedBack.HOLDS);

        Move again = move(found(notice), RectificationMove.LOOK_BACK, RectificationState.ACCEPTED, LookedBack.HOLDS);
        assertThat(notices.save(again, ONCE, "{}").block()).isEqualTo("NOT_ASKED");
    }

    private void looked(Rectification notice, RectificationState to, LookedBack result) {
        assertThat(notices.save(move(found(notice), RectificationMove.LOOK_BACK, to, result), ONCE, "{}")
                        .block())
                .isEqualTo("SAVED");
    }

    private Rectification accepted() {
        Rectification notice = issued();
        notices.save(move(notice, RectificationMove.ANSWER, RectificationState.ANSWERED, null), ONCE, "{}")
                .block();
        notices.save(move(found(notice), RectificationMove.ACCEPT, RectificationState.ACCEPTED, null), ONCE, "{}")
                .block();
        return found(notice);
    }

    private Rectification issued() {
        String no = "ZG2605%06d".formatted(++made);
        assertThat(notices.issue(issue(no, found()), ONCE, "{}").block()).isTrue();
        return requireNonNull(notices.find(no).block()).notice();
    }

    private Rectification found(Rectification notice) {
        return requireNonNull(notices.find(notice.no()).block()).notice();
    }

    private Issue issue(String no, String visit) {
        return new Issue(no, visit, 9, 7, clock.now().plus(Duration.ofDays(9)), "请重新走访", "[]");
    }

    private static Move move(
            Rectification notice, RectificationMove move, RectificationState to, @Nullable LookedBack result) {
        return new Move(notice, move, to, 9, 7, notice.dueAt(), result, "说明", "[]");
    }

    /** A visit whose check found something. */
    private String found() {
        String visit = "visit-%06d".formatted(++made);
        database.execute("""
                INSERT INTO spot_lot (visit, community, month, street, grid, at, rank, drawn)
                VALUES ('%s', 'c1', '2026-04-01', 's1', 'g1', '2026-04-10T02:00:00Z', 'rank', true)
                """.formatted(visit), """
                INSERT INTO spot_check (visit, month, household, path, by, at, way, outcome, in_time, state, due_at, supervisor,
                                        asked_by, recorded, followed, entered, checked_at)
                VALUES ('%s', '2026-04-01', 'home', '/s1/c1/g1/b1/', 7, '2026-04-10T02:00:00Z', 'IN_PERSON', 'MET', true, 'FINDINGS',
                        huiyin_now(), 9, 'PHONE', 'WRONG', 'NONE', 'OK', huiyin_now())
                """.formatted(visit));
        return visit;
    }

    private void stand(LocalDate day) {
        clock.stopAt(day.atTime(10, 0).atZone(DrawsTest.ZONE).toInstant());
    }
}
