package cn.huiyin.messaging.delivery;

import static cn.huiyin.messaging.delivery.PostOffice.LI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** WeChat is away for hours, or has had enough of us for today. */
@StoreTest
class OutageTest {

    /** 09:00 in Shanghai. */
    private static final Instant SUNDAY = Instant.parse("2026-11-22T01:00:00Z");

    private final PostOffice office;
    private final RehearsalClock clock;

    OutageTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
    }

    @BeforeEach
    void anEmptyOffice() {
        clock.stopAt(SUNDAY);
        office.execute("TRUNCATE outbox, inbox, todo, message_grant, stopped_template, message_quota, message_today");
    }

    @Test
    void anOutageOfADayMakesNoDeadLetterAndWhatWaitedLeavesAfterIt() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Down("连不上微信", null)));
        promiseToMany("TICKET_ASSIGNED", 40);
        var node = office.node(false);

        for (int look = 0; look < 48; look++) {
            node.runUntilQuiet().block(Duration.ofSeconds(60));
            clock.advance(Duration.ofMinutes(10));
        }
        assertThat(states()).isEqualTo("WAITING 40");
        assertThat(office.one("SELECT max(failures)::text FROM outbox")).isEqualTo("0");
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Delivered("t")));
        for (int look = 0; look < 4; look++) {
            node.runUntilQuiet().block(Duration.ofSeconds(60));
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(states()).isEqualTo("SENT 40");
    }

    @Test
    void timeOutsOfAnOutageUseUpNoLadderEither() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Unknown("timed out")));
        promiseToMany("TICKET_ASSIGNED", 20);
        var node = office.node(false);

        for (int look = 0; look < 48; look++) {
            node.runUntilQuiet().block(Duration.ofSeconds(60));
            clock.advance(Duration.ofMinutes(10));
        }

        assertThat(states()).isEqualTo("WAITING 20");
    }

    @Test
    void aChannelInTroubleIsLeftAloneForAWhile() {
        office.breaker = new BreakerSettings(20, 10, 60, Duration.ofHours(1), Duration.ofHours(1));
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Down("连不上微信", null)));
        promiseToMany("TICKET_ASSIGNED", 60);
        var node = office.node(false);
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        var tried = office.sent.size();

        clock.advance(Duration.ofHours(3));
        node.runUntilQuiet().block(Duration.ofSeconds(60));

        assertThat(tried).isBetween(10, 26);
        assertThat(office.sent).hasSize(tried);
        assertThat(office.meters
                        .get("huiyin.messages.breaker")
                        .tag("channel", "TEMPLATE")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(office.one("SELECT count(*)::text FROM inbox")).isEqualTo("60");
    }

    @Test
    void whatIsUrgentTakesAnotherWayMeanwhile() {
        office.breaker = new BreakerSettings(20, 10, 60, Duration.ofHours(1), Duration.ofHours(1));
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Down("连不上微信", null)));
        IntStream.range(0, 20).forEach(n -> office.grant(new AccountId(8000 + n), "task", 1));
        promiseToMany("TICKET_ASSIGNED", 20);
        var node = office.node(false);
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        office.grant(LI, "task", 1);

        var urgent = office.promise("TICKET_SUPERVISED", LI);
        node.runUntilQuiet().block(Duration.ofSeconds(60));

        assertThat(office.standing(urgent)).isEqualTo("SENT TEMPLATE");
        assertThat(office.grants(LI, "task")).isEqualTo("1");
    }

    @Test
    void theLastCallsOfADayAreLeftForWhatIsUrgent() {
        office.quota = Map.of("TEMPLATE", 20L);
        promiseToMany("TICKET_ASSIGNED", 30);
        var node = office.node(false);
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        assertThat(states()).as("a tenth is kept").isEqualTo("SENT 18, WAITING 12");

        var urgent = office.promise("TICKET_SUPERVISED", LI);
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        assertThat(office.standing(urgent)).isEqualTo("SENT TEMPLATE");
        assertThat(office.one("SELECT used::text FROM message_quota WHERE channel = 'TEMPLATE'"))
                .isEqualTo("19");
        assertThat(office.one("SELECT string_agg(DISTINCT (not_before AT TIME ZONE 'UTC')::text, ' ') FROM outbox"
                        + " WHERE state = 'WAITING'"))
                .as("the others wait for the next day in Shanghai")
                .isEqualTo("2026-11-22 16:00:00");

        clock.advance(Duration.ofHours(24));
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        assertThat(states()).isEqualTo("SENT 31");
    }

    @Test
    void whenWechatSaysThatTheDayIsUsedUpNobodyElseAsks() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Park("45009")));
        office.promise("TICKET_ASSIGNED", LI);
        var node = office.node(false);
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        promiseToMany("TICKET_ASSIGNED", 30);
        node.runUntilQuiet().block(Duration.ofSeconds(60));

        assertThat(office.sent).hasSize(1);
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Delivered("t")));
        clock.advance(Duration.ofHours(24));
        node.runUntilQuiet().block(Duration.ofSeconds(60));
        assertThat(states()).isEqualTo("SENT 31");
    }

    private void promiseToMany(String occasion, int people) {
        IntStream.range(0, people).forEach(n -> office.promise(occasion, new AccountId(8000 + n)));
    }

    private String states() {
        return office.one("SELECT string_agg(state || ' ' || messages, ', ' ORDER BY state)"
                + " FROM (SELECT state, count(*) AS messages FROM outbox GROUP BY state) AS counted");
    }

    private static Mono<Outcome> said(Outcome outcome) {
        return Mono.just(outcome);
    }
}
