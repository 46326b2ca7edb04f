package cn.huiyin.messaging.delivery;

import static cn.huiyin.messaging.delivery.PostOffice.LI;
import static cn.huiyin.messaging.delivery.PostOffice.WANG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.ServiceWindows.Opening;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** By which way and when, from the promise to the end, on a real database. */
@StoreTest
class RoutedDeliveryTest {

    /** 22:00 in Shanghai. */
    private static final Instant NIGHT = Instant.parse("2026-11-22T14:00:00Z");

    private static final Instant MORNING = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant DAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final Map<String, String> SOMEWHERE = Map.of("placePath", "/qinghe/qinghe-c1/qinghe-c1-g2/");

    private final PostOffice office;
    private final RehearsalClock clock;

    RoutedDeliveryTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
    }

    @BeforeEach
    void anEmptyOfficeByDay() {
        clock.stopAt(DAY);
        office.execute("TRUNCATE outbox, inbox, todo, message_grant, stopped_template, message_today,"
                + " message_preference, employee_binding, service_window");
        office.everybody();
    }

    @Test
    void aMessageOfTheNightIsInTheInboxAtOnceAndLeavesInTheMorning() {
        clock.stopAt(NIGHT);
        var key = office.promise("TICKET_FOLLOW_UP", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("WAITING");
        assertThat(office.one("SELECT count(*)::text FROM inbox WHERE account = 7001"))
                .isEqualTo("1");
        assertThat(office.sent).isEmpty();
        assertThat(office.column("route->-1->>'reason'", key)).isEqualTo("21:00 到 08:00 不打扰，到时间再发");

        clock.stopAt(MORNING.minusSeconds(1));
        assertThat(office.runUntilQuiet()).isZero();
        clock.stopAt(MORNING);
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.one("SELECT count(*)::text FROM inbox WHERE account = 7001"))
                .isEqualTo("1");
    }

    @Test
    void aHazardOfTheNightLeavesAtOnce() {
        clock.stopAt(NIGHT.plus(Duration.ofHours(5)));
        var key = office.promise("TICKET_ASSIGNED", LI, null, Map.of("hazard", "true"));

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.column("route->0->>'reason'", key)).contains("危险的事，不分昼夜马上告诉");
    }

    @Test
    void threeOfTheNightBecomeOneInTheMorning() {
        clock.stopAt(NIGHT);
        var keys = List.of(
                office.promise("TICKET_FOLLOW_UP", LI),
                office.promise("TICKET_REPLIED", LI),
                office.promise("TICKET_DISPATCHED", LI),
                office.promise("TICKET_FOLLOW_UP", WANG));
        office.runUntilQuiet();
        clock.stopAt(MORNING);

        office.runUntilQuiet();

        assertThat(keys.subList(0, 3))
                .allSatisfy(key -> assertThat(office.standing(key)).isEqualTo("SENT SUMMARY"));
        assertThat(office.standing(keys.get(3))).isEqualTo("SENT TEMPLATE");
        assertThat(office.sent).hasSize(2);
        var summary = office.sent.stream()
                .filter(sent -> sent.to().equals("mp-7001"))
                .findFirst()
                .orElseThrow()
                .parcel();
        assertThat(summary.fields()).containsEntry("thing2", "您有3条新消息");
        assertThat(summary.page()).isEqualTo("pages/inbox/list");
        assertThat(office.one("SELECT count(*)::text FROM inbox WHERE account = 7001"))
                .as("the three, and no fourth that tells of them")
                .isEqualTo("3");
        assertThat(office.one("""
                SELECT DISTINCT s.state || ' ' || s.channel
                  FROM outbox AS o
                  JOIN outbox AS s ON s.subject_kind = 'summary' AND s.subject_id = o.summary""")).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void twoOfTheNightLeaveOneByOne() {
        clock.stopAt(NIGHT);
        var first = office.promise("TICKET_FOLLOW_UP", LI);
        var second = office.promise("TICKET_DISPATCHED", LI);
        office.runUntilQuiet();
        clock.stopAt(MORNING);

        office.runUntilQuiet();

        assertThat(office.standing(first)).isEqualTo("SENT TEMPLATE");
        assertThat(office.standing(second)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void whatWasReadMeanwhileIsNotSummedUp() {
        clock.stopAt(NIGHT);
        IntStream.range(0, 4).forEach(n -> office.promise("TICKET_FOLLOW_UP", LI));
        office.runUntilQuiet();
        office.execute("UPDATE inbox SET read_at = huiyin_now()");
        clock.stopAt(MORNING);

        office.runUntilQuiet();

        assertThat(office.sent).isEmpty();
        assertThat(office.one("SELECT state || ' ' || last_error FROM outbox WHERE subject_kind = 'summary'"))
                .isEqualTo("WITHDRAWN 都已经读过了");
    }

    @Test
    void whatIsNoLongerTrueInTheMorningIsWithdrawn() {
        clock.stopAt(NIGHT);
        var key = office.promise("CALLBACK_ASK", LI);
        office.runUntilQuiet();
        office.standings.put(key.split("/")[0], new Gone("已评价"));
        clock.stopAt(MORNING);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aSummaryThatReachesNobodyHandsBackWhatMustBeTold() {
        clock.stopAt(NIGHT);
        var told = office.promise("TICKET_FOLLOW_UP", LI);
        var must = office.promise("TICKET_REPLIED", LI, null, SOMEWHERE);
        office.promise("TICKET_DISPATCHED", LI);
        office.runUntilQuiet();
        clock.stopAt(MORNING);
        office.does.put("TEMPLATE", parcel -> Mono.just(new Outcome.NextChannel(Cause.NOT_FOLLOWER, "43004")));

        office.runUntilQuiet();

        assertThat(office.standing(told)).isEqualTo("SENT SUMMARY");
        assertThat(office.standing(must)).isEqualTo("SENT TODO");
        assertThat(office.one("SELECT role || ' ' || sentence FROM todo"))
                .startsWith("GRID_WORKER 有一条消息没能送到本人")
                .contains("没有关注公众号", "答复了");
    }

    @Test
    void moreThanEnoughForADayIsToldTogether() {
        var keys = IntStream.range(0, 11)
                .mapToObj(n -> office.promise("TICKET_FOLLOW_UP", LI))
                .toList();

        office.runUntilQuiet();

        assertThat(office.sent).hasSize(8);
        assertThat(office.one("SELECT count(*)::text FROM outbox WHERE held = 'LIMIT'"))
                .isEqualTo("3");
        clock.advance(Duration.ofHours(2).plusMinutes(30));
        office.runUntilQuiet();
        assertThat(office.sent).hasSize(9);
        assertThat(office.sent.get(8).parcel().fields()).containsEntry("thing2", "您有3条新消息");
        assertThat(keys).allSatisfy(key -> assertThat(office.standing(key)).startsWith("SENT "));
    }

    @Test
    void whatMustBeToldLeavesPastTheLimit() {
        IntStream.range(0, 9).forEach(n -> office.promise("TICKET_FOLLOW_UP", LI));
        office.runUntilQuiet();

        var must = office.promise("TICKET_REPLIED", LI);
        var urgent = office.promise("DEADLINE_DUE", LI);
        office.runUntilQuiet();

        assertThat(office.standing(must)).isEqualTo("SENT TEMPLATE");
        assertThat(office.standing(urgent)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void theNextDayCountsAnew() {
        IntStream.range(0, 8).forEach(n -> office.promise("TICKET_FOLLOW_UP", LI));
        office.runUntilQuiet();
        clock.advance(Duration.ofDays(1));

        var key = office.promise("TICKET_FOLLOW_UP", LI);
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void aTryThatFailsCountsOnce() {
        office.does.put("TEMPLATE", parcel -> Mono.just(new Outcome.Retry("-1", null)));
        office.promise("TICKET_FOLLOW_UP", LI);
        office.runUntilQuiet();
        clock.advance(Duration.ofMinutes(1));
        office.runUntilQuiet();

        assertThat(office.one("SELECT cardinality(ids)::text FROM message_today WHERE account = 7001"))
                .isEqualTo("1");
    }

    @Test
    void whoWantsItOnceADayIsToldOnceADay() {
        office.execute("INSERT INTO message_preference (account, daily) VALUES (7001, true)");
        office.promise("TICKET_FOLLOW_UP", LI);
        office.promise("TICKET_DISPATCHED", LI);
        var must = office.promise("TICKET_REPLIED", LI);
        office.runUntilQuiet();
        assertThat(office.sent).hasSize(1);
        assertThat(office.standing(must)).isEqualTo("SENT TEMPLATE");

        clock.advance(Duration.ofHours(8).plusMinutes(30));
        office.runUntilQuiet();

        assertThat(office.sent).hasSize(2);
        assertThat(office.sent.get(1).parcel().fields()).containsEntry("thing2", "您有2条新消息");
    }

    @Test
    void aChannelLeftOutIsNotUsed() {
        office.execute("INSERT INTO message_preference (account, left_out) VALUES (7001, '{TEMPLATE}')");
        var ordinary = office.promise("TICKET_FOLLOW_UP", LI);
        var must = office.promise("TICKET_REPLIED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(ordinary)).isEqualTo("SENT INBOX");
        assertThat(office.column("route->2->>'reason'", ordinary)).isEqualTo("本人不要用这个方式");
        assertThat(office.standing(must)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void whoJustWroteIsAnsweredInTheWindowAndAnswersAreLeftForTheConversation() {
        office.follows(LI, true);
        office.windows.opened("mp-7001", Opening.WROTE).block();
        office.does.put("TEMPLATE", parcel -> Mono.just(new Outcome.NextChannel(Cause.WINDOW_CLOSED, "43101")));
        office.does.put(
                "CUSTOMER_SERVICE",
                parcel -> office.windows
                        .spend(parcel.address())
                        .map(open -> open
                                ? new Outcome.Delivered(null)
                                : new Outcome.NextChannel(Cause.WINDOW_CLOSED, "none left")));

        var keys = IntStream.range(0, 4)
                .mapToObj(n -> office.promise("TICKET_FOLLOW_UP", LI))
                .toList();
        office.runUntilQuiet();

        assertThat(keys.stream().map(office::standing).sorted())
                .containsExactly(
                        "SENT CUSTOMER_SERVICE", "SENT CUSTOMER_SERVICE", "SENT CUSTOMER_SERVICE", "SENT INBOX");
        assertThat(office.sent.stream().filter(sent -> sent.channel().equals("CUSTOMER_SERVICE")))
                .allSatisfy(sent -> assertThat(sent.parcel().sentence()).startsWith("您反映的“路灯不亮”有新进展"));
        assertThat(office.one("SELECT wrote_left::text FROM service_window")).isEqualTo("2");
    }

    @Test
    void aWindowIsOpenForItsTimeAndItsNumber() {
        office.windows.opened("mp-7001", Opening.TAPPED).block();
        assertThat(IntStream.range(0, 4)
                        .mapToObj(n -> office.windows.spend("mp-7001").block()))
                .containsExactly(true, true, true, false);

        office.windows.opened("mp-7001", Opening.WROTE).block();
        office.windows.opened("mp-7001", Opening.FOLLOWED).block();
        assertThat(office.windows.spend("mp-7001").block()).isTrue();
        clock.advance(Duration.ofMinutes(2));
        assertThat(IntStream.range(0, 6)
                        .mapToObj(n -> office.windows.spend("mp-7001").block()))
                .containsExactly(true, true, true, true, true, false);

        office.windows.opened("mp-7001", Opening.WROTE).block();
        clock.advance(Duration.ofHours(48));
        assertThat(office.windows.spend("mp-7001").block()).isFalse();
    }

    @Test
    void staffWhoAgreedAreToldAsEmployees() {
        office.follows(LI, false);
        office.execute("INSERT INTO employee_binding (account) VALUES (7001)");
        var key = office.promise("TICKET_ASSIGNED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT EMPLOYEE");
        assertThat(office.sent.get(0).parcel().templateId()).isEqualTo("id-emtask");
        assertThat(office.sent.get(0).to()).isEqualTo("mini-7001");
    }

    @Test
    void nobodyReachedIsATaskWithItsReasons() {
        office.follows(LI, false);
        var key = office.promise("TICKET_REPLIED", LI, null, SOMEWHERE);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TODO");
        assertThat(office.one("SELECT sentence FROM todo")).contains("没有同意接收微信提醒、没有关注公众号");
        assertThat(office.column("route->-1->>'reason'", key)).isEqualTo("没有能送到本人的方式，请人转告");
    }

    @Test
    void aHazardThatDiesIsAHumansTaskThoughTheCatalogueAsksForNone() {
        office.does.put("TEMPLATE", parcel -> Mono.just(new Outcome.Dead("47003")));
        var key = office.promise("TICKET_FOLLOW_UP", LI, null, Map.of("hazard", "true"));

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("DEAD TEMPLATE");
        assertThat(office.one("SELECT count(*)::text FROM todo")).isEqualTo("1");
    }

    @Test
    void twoNodesMakeOneSummaryOfOneHeap() {
        clock.stopAt(NIGHT);
        IntStream.range(0, 40).forEach(n -> office.promise("TICKET_FOLLOW_UP", n % 2 == 0 ? LI : WANG));
        office.runUntilQuiet();
        clock.stopAt(MORNING);

        Mono.when(
                        office.node(false).runUntilQuiet(),
                        office.node(false).runUntilQuiet(),
                        office.node(false).runUntilQuiet())
                .block(Duration.ofSeconds(60));
        office.runUntilQuiet();

        assertThat(office.one("SELECT count(*)::text FROM outbox WHERE subject_kind = 'summary'"))
                .isEqualTo("2");
        assertThat(
                        office.one(
                                "SELECT string_agg(DISTINCT state || ' ' || channel, ', ') FROM outbox WHERE subject_kind = 'ticket'"))
                .isEqualTo("SENT SUMMARY");
        assertThat(office.sent).hasSize(2);
    }

    @Test
    void twoNodesKeepToTheLimit() {
        IntStream.range(0, 40).forEach(n -> office.promise("TICKET_FOLLOW_UP", LI));

        Mono.when(office.node(false).runUntilQuiet(), office.node(false).runUntilQuiet())
                .block(Duration.ofSeconds(60));
        clock.advance(Duration.ofSeconds(5));
        office.runUntilQuiet();

        assertThat(office.sent).hasSize(8);
        assertThat(office.one("SELECT cardinality(ids)::text FROM message_today WHERE account = 7001"))
                .isEqualTo("8");
    }

    @Test
    void noMoreDecisionsAreKeptThanPeopleRead() {
        office.does.put("TEMPLATE", parcel -> Mono.just(new Outcome.Retry("-1", Duration.ofSeconds(1))));
        var key = office.promise("TICKET_FOLLOW_UP", LI);
        for (int time = 0; time < 6; time++) {
            office.runUntilQuiet();
            clock.advance(Duration.ofHours(2));
        }

        assertThat(Integer.parseInt(office.column("jsonb_array_length(route)", key)))
                .isBetween(10, 24);
    }
}
