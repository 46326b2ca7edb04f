package cn.huiyin.digest.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.digest.domain.CommunityFigures;
import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.domain.DigestName;
import cn.huiyin.digest.domain.Figures;
import cn.huiyin.digest.domain.GridFigures;
import cn.huiyin.digest.domain.GridFigures.Listed;
import cn.huiyin.digest.domain.GridFigures.Visits;
import cn.huiyin.digest.domain.Period;
import cn.huiyin.digest.domain.Rhythm;
import cn.huiyin.digest.domain.StreetFigures;
import cn.huiyin.digest.domain.StreetFigures.Line;
import cn.huiyin.digest.domain.StreetFigures.Month;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** Each number against tickets made by hand, with their like just outside of what counts. */
@StoreTest
class CountingTest {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(KnownNotices.load(), 1);
    private static final Rhythm RHYTHM = new Rhythm(LocalTime.of(8, 30), true, Duration.ofDays(1), Map.of());
    private static final String GRID = "/q/q-c1/q-c1-g1/";
    private static final String BUILDING = GRID + "b1/";
    private static final String NEXT_GRID = "/q/q-c1/q-c1-g10/";
    private static final String ELSEWHERE = "/q/q-c2/q-c2-g1/";

    private final TestDatabase database;
    private final RehearsalClock clock;
    private final Counting counting;
    private final Digests digests;
    private final MadeByHand hand;

    CountingTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.clock = clock;
        this.counting = new Counting(new GridCount(client), new CommunityCount(client), new StreetCount(client));
        this.digests = new Digests(client, new FiguresJson());
        this.hand = new MadeByHand(database);
    }

    @BeforeEach
    void aMondayMorningAndNoTickets() {
        clock.stopAt(Instant.parse("2026-11-23T00:30:00Z"));
        database.execute(
                "ALTER TABLE ticket_event DISABLE TRIGGER USER",
                "TRUNCATE ticket_event, ticket_deadline, callback, todo, digest, ticket, programme_home");
    }

    @Test
    void aGridsMorningIsCounted() {
        var fresh = hand.ticket(BUILDING, "SUBMITTED", "2026-11-22 08:30");
        hand.ticket(GRID, "WITHDRAWN", "2026-11-23 08:29");
        hand.ticket(GRID, "SUBMITTED", "2026-11-22 08:29");
        hand.ticket(GRID, "SUBMITTED", "2026-11-23 08:30");
        hand.ticket(NEXT_GRID, "SUBMITTED", "2026-11-22 12:00");
        hand.owes(fresh, "ACKNOWLEDGE", "2026-11-25 18:00");

        var today = hand.ticket(GRID, "IN_PROGRESS", "2026-11-16 09:00");
        hand.owes(today, "FIRST_REPLY", "2026-11-23 18:00");
        var tomorrow = hand.ticket(GRID, "CLASSIFIED", "2026-11-16 09:00");
        hand.owes(tomorrow, "COORDINATION_START", "2026-11-24 23:59");
        hand.owes(tomorrow, "FIRST_REPLY", "2026-11-30 18:00");
        var later = hand.ticket(GRID, "DISPATCHED", "2026-11-16 09:00");
        hand.owes(later, "FIRST_REPLY", "2026-11-25 00:00");

        var late = hand.ticket(GRID, "DISPATCHED", "2026-11-10 09:00");
        hand.owes(late, "FIRST_REPLY", "2026-11-20 18:00");
        hand.owes(late, "PROGRESS_CLEAR", "2026-11-23 18:00");
        var waiting = hand.ticket(GRID, "IN_PROGRESS", "2026-11-10 09:00");
        hand.paused(waiting, "FIRST_REPLY", "2026-11-20 18:00");
        hand.withdrawn(waiting, "PROGRESS_CLEAR", "2026-11-20 18:00");
        var answered = hand.ticket(GRID, "REPLIED", "2026-11-01 09:00");
        hand.owes(answered, "MONTHLY_FOLLOW_UP", "2026-11-20 18:00");
        hand.replied(answered, "2026-11-05 09:00", "FIRST_REPLY", "2026-11-10 18:00");

        hand.task(answered, "CALLBACK_VISIT", "GRID_WORKER", BUILDING, "OPEN");
        hand.task("HY-DONE", "CALLBACK_VISIT", "GRID_WORKER", GRID, "DONE");
        hand.task("HY-OTHER", "CALLBACK_VISIT", "GRID_WORKER", NEXT_GRID, "OPEN");
        hand.task("HY-TELL", "UNREACHED", "GRID_WORKER", GRID, "OPEN");

        var figures = (GridFigures) count(DigestKind.GRID, "2026-11-23", grid());

        assertThat(figures.filed().count()).isEqualTo(2);
        assertThat(figures.filed().nos()).startsWith(fresh);
        assertThat(figures.open()).isEqualTo(8);
        assertThat(figures.soon()).isEqualTo(new Listed(2, List.of(today, tomorrow)));
        assertThat(figures.late()).isEqualTo(new Listed(1, List.of(late)));
        assertThat(figures.knock()).isEqualTo(new Listed(1, List.of(answered)));
        assertThat(figures.brief()).isEqualTo("超期1 到期2 新2 回访1 在办8");
    }

    @Test
    void onlyTheFirstFewNumbersAreNamed() {
        for (int minute = 0; minute < 5; minute++) {
            hand.ticket(GRID, "SUBMITTED", "2026-11-22 09:0" + minute);
        }

        var figures = (GridFigures) count(DigestKind.GRID, "2026-11-23", grid());

        assertThat(figures.filed().count()).isEqualTo(5);
        assertThat(figures.filed().nos()).hasSize(3);
        assertThat(figures.facts().get("filedNos")).endsWith(" 等");
    }

    @Test
    void aGridsMorningTellsOfVisitsThatAreDueTodayOrOwed() {
        hand.visitDue(BUILDING, "2026-11-23");
        hand.visitDue(BUILDING, "2026-11-24");
        hand.visitDue(BUILDING, "2026-11-22");
        hand.visitDue(BUILDING, "2026-09-10");
        hand.visitDue(NEXT_GRID + "b1/", "2026-11-20");

        var figures = (GridFigures) count(DigestKind.GRID, "2026-11-23", grid());

        assertThat(figures.visits()).isEqualTo(new Visits(1, 2, 4));
        assertThat(figures.worthTelling()).isTrue();
        assertThat(figures.brief()).isEqualTo("走访3");
        assertThat(figures.facts())
                .containsEntry("visitsToday", "1")
                .containsEntry("visitsOverdue", "2")
                .containsEntry("visitsOwed", "4");
    }

    @Test
    void aDigestOfBeforeVisitsWereCountedIsStillRead() {
        var old = new FiguresJson().read(DigestKind.GRID, """
                        {"filed": {"count": 1, "nos": ["HY1"]}, "open": 1, "soon": {"count": 0, "nos": []},
                         "late": {"count": 0, "nos": []}, "knock": {"count": 0, "nos": []}}""");

        assertThat(((GridFigures) old).visits()).isEqualTo(Visits.NONE);
    }

    @Test
    void aGridWithoutNewsIsNotWorthTelling() {
        hand.ticket(GRID, "IN_PROGRESS", "2026-11-10 09:00");

        assertThat(count(DigestKind.GRID, "2026-11-23", grid()).worthTelling()).isFalse();
    }

    @Test
    void aCommunitysWeekIsCounted() {
        hand.ticket(GRID, "ARCHIVED", "2026-11-16 00:00", "FACILITY.STREET_LIGHT", 0);
        hand.ticket(NEXT_GRID, "SUBMITTED", "2026-11-22 23:59", "FACILITY.STREET_LIGHT", 0);
        hand.ticket("/q/q-c1/", "CLASSIFIED", "2026-11-18 12:00", "NOISE", 2);
        hand.ticket(GRID, "WITHDRAWN", "2026-11-18 12:00", null, 0);
        hand.ticket(GRID, "SUBMITTED", "2026-11-15 23:59", "NOISE", 0);
        hand.ticket(GRID, "SUBMITTED", "2026-11-23 00:00", "NOISE", 0);
        hand.ticket(ELSEWHERE, "CLASSIFIED", "2026-11-18 12:00", "NOISE", 1);

        var inTime = hand.ticket(GRID, "REPLIED", "2026-11-01 09:00");
        hand.replied(inTime, "2026-11-17 10:00", "FIRST_REPLY", "2026-11-17 18:00");
        hand.rated(inTime, 1, 5, true, "2026-11-18 09:00");
        var late = hand.ticket(GRID, "REPLIED", "2026-11-01 09:00");
        hand.replied(late, "2026-11-17 18:01", "FIRST_REPLY", "2026-11-17 18:00");
        hand.rated(late, 1, 4, true, "2026-11-22 23:59");
        var twice = hand.ticket(GRID, "REPLIED", "2026-11-01 09:00");
        hand.replied(twice, "2026-11-17 10:00", "FIRST_REPLY", "2026-11-17 18:00");
        hand.rated(twice, 1, 2, false, "2026-11-18 10:00");
        hand.replied(twice, "2026-11-21 10:00", "RECTIFY", "2026-11-20 18:00");
        var readLate = hand.ticket(GRID, "REPLIED", "2026-11-01 09:00");
        hand.replied(readLate, "2026-11-18 10:00", "ACKNOWLEDGE", "2026-11-04 18:00");
        var before = hand.ticket(GRID, "REPLIED", "2026-11-01 09:00");
        hand.replied(before, "2026-11-15 23:59", "FIRST_REPLY", "2026-11-10 18:00");
        hand.rated(before, 1, 1, false, "2026-11-23 00:00");
        var there = hand.ticket(ELSEWHERE, "REPLIED", "2026-11-01 09:00");
        hand.replied(there, "2026-11-17 10:00");
        hand.rated(there, 1, 1, false, "2026-11-18 09:00");

        var overdue = hand.ticket(GRID, "IN_PROGRESS", "2026-11-02 09:00");
        hand.owes(overdue, "FIRST_REPLY", "2026-11-11 18:00");
        hand.owes(overdue, "PROGRESS_CLEAR", "2026-11-12 18:00");

        var figures = (CommunityFigures) count(DigestKind.COMMUNITY, "2026-11-23", community("q-c1"));

        assertThat(figures).isEqualTo(new CommunityFigures(4, 4, 2, 2, 1, 1, 3, 2, 3.7, "FACILITY.STREET_LIGHT", 2));
        assertThat(figures.brief().length()).isLessThanOrEqualTo(20);
    }

    @Test
    void aStreetsMonthStandsBesideTheMonthBefore() {
        hand.ticket(GRID, "ARCHIVED", "2026-10-01 00:00");
        hand.ticket(GRID, "ARCHIVED", "2026-10-31 23:59");
        hand.ticket(GRID, "ARCHIVED", "2026-09-30 23:59");
        hand.ticket(GRID, "ARCHIVED", "2026-08-31 23:59");
        hand.ticket(GRID, "ARCHIVED", "2026-11-01 00:00");
        hand.ticket("/q/", "SUBMITTED", "2026-10-10 00:00");
        hand.ticket("/other/other-c1/", "SUBMITTED", "2026-10-10 00:00");
        var one = hand.ticket(ELSEWHERE, "REPLIED", "2026-08-01 00:00");
        hand.replied(one, "2026-09-05 09:00", "FIRST_REPLY", "2026-09-04 18:00");
        hand.rated(one, 1, 2, false, "2026-09-06 09:00");
        hand.replied(one, "2026-10-05 09:00", "RECTIFY", "2026-10-10 18:00");
        hand.rated(one, 2, 4, true, "2026-10-06 09:00");

        var figures = (StreetFigures) count(DigestKind.STREET, "2026-11-01", street());

        var nothing = new Month(0, 0, 0, 0, 0, null);
        assertThat(figures.communities())
                .containsExactly(
                        new Line("q", new Month(1, 0, 0, 0, 0, null), nothing),
                        new Line("q-c1", new Month(2, 0, 0, 0, 0, null), new Month(1, 0, 0, 0, 0, null)),
                        new Line("q-c2", new Month(0, 1, 0, 1, 1, 4.0), new Month(0, 1, 1, 1, 0, 2.0)),
                        new Line("q-c3", nothing, nothing));
        assertThat(figures.month()).isEqualTo(new Month(3, 1, 0, 1, 1, 4.0));
        assertThat(figures.before()).isEqualTo(new Month(1, 1, 1, 1, 0, 2.0));
        assertThat(figures.facts()).containsEntry("filedMore", "比前一个月多 2 件").containsEntry("answeredMore", "和前一个月一样");
    }

    @Test
    void whatWasToldIsReadAgainAndNeverCountedAnew() {
        var period = RHYTHM.of(DigestKind.COMMUNITY, LocalDate.parse("2026-11-23"), CALENDAR);
        var name = new DigestName(DigestKind.COMMUNITY, new PlaceId("q-c1"), LocalDate.parse("2026-11-23"));
        var first = new CommunityFigures(1, 2, 2, 0, 0, 0, 1, 1, 4.5, "NOISE", 1);
        assertThat(Objects.requireNonNull(digests.look(name).block()).kept()).isNull();

        var kept = Objects.requireNonNull(
                digests.keep(period, community("q-c1"), first).block());
        var again = digests.keep(period, community("q-c1"), new CommunityFigures(9, 9, 9, 0, 0, 0, 0, 0, null, null, 0))
                .block();

        assertThat(again).isEqualTo(kept);
        assertThat(kept.figures()).isEqualTo(first);
        assertThat(Objects.requireNonNull(digests.look(name).block()).kept()).isEqualTo(kept);
        assertThat(digests.page(
                                new Digests.Reach(List.of("q"), List.of("q-c1"), List.of()),
                                Set.of(DigestKind.COMMUNITY),
                                Long.MAX_VALUE,
                                10)
                        .collectList()
                        .block())
                .containsExactly(kept);
        assertThat(digests.page(
                                new Digests.Reach(List.of(), List.of("q-c2"), List.of("q-c1-g1")),
                                Set.of(DigestKind.values()),
                                Long.MAX_VALUE,
                                10)
                        .collectList()
                        .block())
                .isEmpty();
    }

    private Figures count(DigestKind kind, String day, Place place) {
        Period period = RHYTHM.of(kind, LocalDate.parse(day), CALENDAR);
        return Objects.requireNonNull(
                counting.count(period, place, List.of(community("q-c1"), community("q-c2"), community("q-c3")))
                        .block());
    }

    private static Place grid() {
        return new Place(
                new PlaceId("q-c1-g1"), PlaceKind.GRID, new PlaceId("q-c1"), "一网格", new PlacePath(GRID), null, null);
    }

    private static Place community(String id) {
        return new Place(
                new PlaceId(id),
                PlaceKind.COMMUNITY,
                new PlaceId("q"),
                "社区",
                new PlacePath("/q/" + id + "/"),
                null,
                null);
    }

    private static Place street() {
        return new Place(new PlaceId("q"), PlaceKind.STREET, null, "街道", new PlacePath("/q/"), null, null);
    }
}
