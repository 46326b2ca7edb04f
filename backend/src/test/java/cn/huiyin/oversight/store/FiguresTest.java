package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.oversight.store.Figures.Cards;
import cn.huiyin.oversight.store.Figures.Consent;
import cn.huiyin.oversight.store.Figures.Counted;
import cn.huiyin.oversight.store.Figures.Coverage;
import cn.huiyin.oversight.store.Figures.Due;
import cn.huiyin.oversight.store.Figures.Found;
import cn.huiyin.oversight.store.Figures.Rectification;
import cn.huiyin.oversight.store.Figures.SpotChecks;
import cn.huiyin.oversight.store.Figures.Visits;
import cn.huiyin.programme.store.ByHand;
import cn.huiyin.programme.store.VisitPolicies;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Each figure against a small history that was counted by hand. */
@StoreTest
class FiguresTest {

    private static final String G1 = "/s1/c1/g1/b1/";
    private static final String G2 = "/s1/c1/g2/b2/";
    private static final LocalDate FROM = LocalDate.of(2026, 3, 1);
    private static final LocalDate TO = LocalDate.of(2026, 3, 31);

    private final TestDatabase database;
    private final Figures figures;
    private final ByHand hand;
    private final RehearsalClock clock;
    private final VisitPolicies policies;
    private int made;

    FiguresTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.figures = new Figures(client);
        this.hand = new ByHand(database);
        this.clock = clock;
        this.policies = new VisitPolicies(client);
    }

    @BeforeEach
    void aSmallHistoryOnce() {
        if (requireNonNull(count(null)).visits().made() > 0) {
            return;
        }
        clock.stopAt(Instant.parse("2026-01-01T02:00:00Z"));
        policies.begin().block();
        homesThatChange();
        clock.stopAt(Instant.parse("2026-04-10T02:00:00Z"));
        String li = hand.home(G1, "101", "ORDINARY");
        String wang = hand.home(G1, "102", "ORDINARY");
        hand.home(G1, "103", "ORDINARY", "EMPTY", LocalDate.of(2026, 1, 1));
        String zhao = hand.home(G2, "201", "KEY");
        String sun = hand.home(G2, "202", "SPECIAL");
        String far = hand.home("/s1/c2/g3/b3/", "301", "KEY");

        visit("v-li", li, "2026-03-01T00:00:00", "MET", true);
        visit("v-li-again", li, "2026-03-20T10:00:00", "MET", false);
        visit("v-wang", wang, "2026-03-05T10:00:00", "REFUSED", true);
        visit("v-zhao", zhao, "2026-03-31T23:59:00", "MET", true);
        visit("v-sun", sun, "2026-03-07T10:00:00", "NOBODY_HOME", true);
        visit("v-before", sun, "2026-02-28T23:59:00", "MET", true);
        visit("v-after", wang, "2026-04-01T00:00:00", "MET", true);
        visit("v-far", far, "2026-03-07T10:00:00", "MET", true);

        consent(li, "AGREED");
        consent(wang, "REFUSED");
        consent(zhao, "TOLD");

        ticket("T1", "v-li", "ARCHIVED", true);
        ticket("T2", "v-li", "REPLIED", false);
        ticket("T3", "v-zhao", "DISPATCHED", null);
        ticket("T4", "v-before", "ARCHIVED", true);

        card("RED", li, "DONE", "2026-03-20", "2026-03-19T10:00:00");
        card("RED", li, "DONE", "2026-03-20", "2026-03-21T10:00:00");
        card("RED", zhao, "OPEN", "2026-04-01", null);
        card("GREEN", zhao, "TAKEN_UP", "2027-03-01", null);
        spotChecks();
    }

    /** In a community of their own: after the span one becomes special, one is away, and one is new. */
    private void homesThatChange() {
        clock.stopAt(Instant.parse("2026-03-10T02:00:00Z"));
        String moved = hand.home("/s1/c7/g7/b7/", "701", "ORDINARY");
        String away = hand.home("/s1/c7/g7/b7/", "702", "KEY");
        visit("v-moved", moved, "2026-03-11T10:00:00", "MET", true);
        clock.stopAt(Instant.parse("2026-04-05T02:00:00Z"));
        hand.becomes(moved, "class", "SPECIAL");
        hand.becomes(away, "status", "AWAY");
        hand.home("/s1/c7/g7/b7/", "703", "KEY", "OCCUPIED", LocalDate.of(2026, 4, 6));
    }

    @Test
    void eachFigureOfACommunityIsWhatWasCountedByHand() {
        Counted counted = count(null);

        assertThat(counted.coverage())
                .containsExactly(
                        new Coverage("ORDINARY", 2, 1), new Coverage("KEY", 1, 1), new Coverage("SPECIAL", 1, 0));
        assertThat(counted.visits()).isEqualTo(new Visits(5, 3, 1, 1, 4));
        assertThat(counted.consent()).isEqualTo(new Consent(1, 1, 1, 1));
        assertThat(counted.found()).isEqualTo(new Found(2, 3, 2, 1, 1));
        assertThat(counted.cards())
                .containsExactly(
                        new Cards("RED", 3, 1, 1, 1), new Cards("YELLOW", 0, 0, 0, 0), new Cards("GREEN", 1, 0, 0, 0));
        assertThat(counted.spotChecks()).isEqualTo(new SpotChecks(5, 3, 2, 1, 1, 1, 1, 2));
        assertThat(counted.rectification()).isEqualTo(new Rectification(0, 0, 0));
    }

    /** Sun is visited each week, the last time on 28 February: due on 7 March, and each week since, up to 4 April. */
    @Test
    void whoIsOverdueIsCountedAsOfToday() {
        assertThat(count(null).due()).isEqualTo(new Due(1, 5));
    }

    /** The evaluation asks for a month that is past: what became of homes since then does not change it. */
    @Test
    void coverageCountsHomesAsTheyStoodAtTheEndOfTheSpan() {
        assertThat(requireNonNull(figures.count(List.of("c7"), "g7", FROM, TO).block())
                        .coverage())
                .containsExactly(
                        new Coverage("ORDINARY", 1, 1), new Coverage("KEY", 1, 0), new Coverage("SPECIAL", 0, 0));
        assertThat(requireNonNull(figures.count(List.of("c7"), "g7", LocalDate.of(2026, 4, 1), LocalDate.of(2026, 4, 9))
                                .block())
                        .coverage())
                .containsExactly(
                        new Coverage("ORDINARY", 0, 0), new Coverage("KEY", 1, 0), new Coverage("SPECIAL", 1, 0));
    }

    @Test
    void aGridHasItsPartOfThem() {
        Counted first = count("g1");
        Counted second = count("g2");

        assertThat(first.visits()).isEqualTo(new Visits(3, 2, 0, 1, 2));
        assertThat(second.visits()).isEqualTo(new Visits(2, 1, 1, 0, 2));
        assertThat(first.coverage())
                .containsExactly(
                        new Coverage("ORDINARY", 2, 1), new Coverage("KEY", 0, 0), new Coverage("SPECIAL", 0, 0));
        assertThat(first.found()).isEqualTo(new Found(1, 2, 2, 1, 1));
    }

    private Counted count(@Nullable String grid) {
        return requireNonNull(figures.count(List.of("c1"), grid, FROM, TO).block());
    }

    private void visit(String id, String home, String at, String outcome, boolean inTime) {
        database.execute("""
                INSERT INTO visit_record (id, household, class, path, by, at, entered_at, entry_due_at, way, outcome)
                SELECT '%1$s-00000000', h.id, h.class, h.path, %6$d, '%2$s+08', '%2$s+08'::timestamptz + interval '%4$s', '%2$s+08'::timestamptz + interval '1 day',
                       'IN_PERSON', '%3$s'
                  FROM household h
                 WHERE h.id = '%5$s'
                """.formatted(id, at, outcome, inTime ? "1 day" : "25 hours", home, ++made));
    }

    private void consent(String home, String state) {
        database.execute("""
                INSERT INTO visit_consent (household, path, state, at, by, round, version)
                SELECT id, path, '%s', huiyin_now(), 7, 0, 1 FROM household WHERE id = '%s'
                """.formatted(state, home));
    }

    private void ticket(String no, String visit, String stage, @Nullable Boolean settled) {
        database.execute("""
                INSERT INTO ticket (no, description, media, channel, anonymous, reporter, filed_at, place, path, urgency,
                                    stage, supervised, round, rated, nudges, co_handlers, hand_ons, chain_length, chain_head, version)
                VALUES ('%1$s', 'x', '{}', 'VISIT', false, 7, '2026-03-08T02:00:00Z', 'b1', '%2$s', 'NORMAL', '%3$s', false, 1, false, 0, '{}', 0, 1, 'x', 1)
                """.formatted(no, G1, stage), """
                INSERT INTO visit_ticket (visit, n, street, ticket) VALUES ('%s-00000000', %d, 's1', '%s')
                """.formatted(visit, ++made, no));
        if (settled != null) {
            database.execute("""
                    INSERT INTO callback (ticket_no, round, street, resolved, score, settled, given_by)
                    VALUES ('%s', 1, 's1', %2$s, 3, %2$s, 7)
                    """.formatted(no, settled));
        }
    }

    private void card(String colour, String home, String state, String due, @Nullable String done) {
        database.execute("""
                INSERT INTO visit_card (card, source, household, path, colour, due_on, state, opened_at, opened_by, done_at)
                SELECT 'card%012d', 'VISIT', id, path, '%s', '%s', '%s', '2026-03-01T02:00:00Z', 7, %s FROM household WHERE id = '%s'
                """.formatted(++made, colour, due, state, done == null ? "NULL" : "'" + done + "+08'", home));
    }

    private void spotChecks() {
        database.execute("""
                INSERT INTO spot_draw (street, month, share, commitment, head_at, draws_at)
                VALUES ('s1', '2026-03-01', 10, repeat('0', 64), huiyin_now() + interval '1 day', huiyin_now() + interval '2 days')
                """, """
                INSERT INTO spot_list (community, month, street, seed, visits, drawn, digest)
                VALUES ('c1', '2026-03-01', 's1', 'seed', 6, 3, 'digest')
                """, """
                INSERT INTO spot_lot (visit, community, month, street, grid, at, rank, drawn)
                SELECT visit, community, '2026-03-01', street, grid, at, 'rank', visit ~ '^v-(li|zhao|sun)-0'
                  FROM counted_visit
                 WHERE community = 'c1'
                   AND at < '2026-04-01T00:00:00+08'
                """, """
                INSERT INTO spot_check (visit, month, household, path, by, at, way, outcome, in_time, state, due_at, supervisor,
                                        asked_by, recorded, followed, entered, checked_at)
                SELECT v.visit, '2026-03-01', v.household, v.path, v.by, v.at, v.way, v.outcome, true, k.state, huiyin_now(), k.supervisor,
                       k.asked_by, k.recorded, k.followed, k.entered, k.checked_at
                  FROM (VALUES ('v-li-00000000', 'PASSED', 900, 'PHONE', 'OK', 'OK', 'OK', huiyin_now()),
                               ('v-zhao-00000000', 'FINDINGS', 900, 'PHONE', 'WRONG', 'NONE', 'OK', huiyin_now()),
                               ('v-sun-00000000', 'ASSIGNED', 900, NULL, NULL, NULL, NULL, NULL))
                       AS k (visit, state, supervisor, asked_by, recorded, followed, entered, checked_at)
                  JOIN counted_visit v USING (visit)
                """);
    }
}
