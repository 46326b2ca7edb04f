package cn.huiyin.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.ServiceWindows.Opening;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * People change their wishes, follow and unfollow, read, write; days and nights go by: in the end each message was sent, or
 * told in a summary that ended, or lies before a human, and nobody was disturbed at night for nothing. A failing seed is in
 * the test's name.
 */
@StoreTest
class NoMessageVanishesTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant SUNDAY = Instant.parse("2026-11-22T01:00:00Z");
    private static final List<String> OCCASIONS = List.of(
            "TICKET_RECEIVED",
            "TICKET_FOLLOW_UP",
            "TICKET_FOLLOW_UP",
            "TICKET_REPLIED",
            "TICKET_ARCHIVED",
            "CALLBACK_ASK",
            "DEADLINE_DUE");
    private static final Set<String> COURTESIES = Set.of("TICKET_ARCHIVED", "CALLBACK_ASK");
    private static final List<AccountId> PEOPLE = List.of(new AccountId(1), new AccountId(2), new AccountId(3));
    private static final List<String> WISHES = List.of(
            "NULL, NULL, false, '{}'",
            "NULL, NULL, true, '{}'",
            "'23:00', '06:00', false, '{}'",
            "NULL, NULL, false, '{TEMPLATE}'",
            "'19:30', '09:30', true, '{SUBSCRIBE,CUSTOMER_SERVICE}'");

    private final PostOffice office;
    private final RehearsalClock clock;
    private final List<Told> told = new ArrayList<>();
    private volatile Instant now = SUNDAY;

    NoMessageVanishesTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
    }

    static List<Long> seeds() {
        return List.of(11L, 12L, 13L, 14L, 15L, new Random().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inTheEndEachMessageHasAnEnd(long seed) {
        var chance = new Random(seed);
        anEmptyOffice(chance);

        for (int step = 0; step < 80; step++) {
            somethingHappens(chance);
            office.runUntilQuiet();
        }
        for (int third = 0; third < 15; third++) {
            leap(Duration.ofHours(8));
            office.runUntilQuiet();
        }

        everythingHasEnded();
        theNightWasQuiet();
        noDayWasTooMuch();
    }

    private void everythingHasEnded() {
        assertThat(
                        lines(
                                "SELECT dedup_key || ' ' || state FROM outbox WHERE state NOT IN ('SENT', 'WITHDRAWN', 'DEAD')"))
                .isEmpty();
        assertThat(lines("""
                SELECT m.dedup_key
                  FROM outbox AS m
                  LEFT JOIN outbox AS s ON s.subject_kind = 'summary' AND s.subject_id = m.summary
                 WHERE m.channel = 'SUMMARY'
                   AND (s.id IS NULL OR s.state NOT IN ('SENT', 'WITHDRAWN', 'DEAD'))"""))
                .as("who was told in a summary points to one that ended")
                .isEmpty();
        assertThat(lines("""
                SELECT m.dedup_key
                  FROM outbox AS m
                  JOIN outbox AS s ON s.subject_kind = 'summary' AND s.subject_id = m.summary
                 WHERE m.owed
                   AND (s.state = 'DEAD' OR s.channel IN ('INBOX', 'TODO'))"""))
                .as("a summary that reached nobody keeps nothing that must be told")
                .isEmpty();
        assertThat(lines("""
                SELECT dedup_key FROM outbox AS o
                 WHERE (owed OR occasion = 'TICKET_REPLIED')
                   AND (state = 'DEAD' OR channel IN ('INBOX', 'TODO'))
                   AND NOT EXISTS (SELECT 1 FROM todo WHERE outbox_id = o.id AND state = 'OPEN')"""))
                .as("what must be told and was not is a human's task")
                .isEmpty();
        assertThat(lines("""
                SELECT dedup_key FROM outbox AS o
                 WHERE subject_kind = 'ticket'
                   AND NOT EXISTS (SELECT 1 FROM inbox WHERE outbox_id = o.id)""")).as("the inbox has it always").isEmpty();
        assertThat(lines("""
                SELECT dedup_key FROM outbox
                 WHERE facts->>'hazard' = 'true'
                   AND held IS NOT NULL
                   AND occasion NOT IN ('TICKET_ARCHIVED', 'CALLBACK_ASK')"""))
                .as("a hazard is never held; courtesies about it are")
                .isEmpty();
        assertThat(lines("SELECT dedup_key FROM outbox WHERE jsonb_array_length(route) = 0 AND state = 'SENT'"))
                .as("why is always known")
                .isEmpty();
    }

    /** Nobody is told between 23:00 and 06:00, whatever their own hours, but of what may not wait. */
    private void theNightWasQuiet() {
        assertThat(told)
                .filteredOn(one -> !one.mayDisturb())
                .allSatisfy(one -> assertThat(one.at().atZone(SHANGHAI).getHour())
                        .as(one.toString())
                        .isBetween(6, 22));
    }

    /** Eight that count, and what was let out in the morning or at the hours of the summary, one message each. */
    private void noDayWasTooMuch() {
        var days = new HashMap<String, Integer>();
        told.stream().filter(Told::counts).forEach(one -> days.merge(one.to() + " " + day(one.at()), 1, Integer::sum));
        assertThat(days.values()).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(8));
    }

    private static LocalDate day(Instant at) {
        return at.atZone(SHANGHAI).toLocalDate();
    }

    private void anEmptyOffice(Random chance) {
        now = clock.stopAt(SUNDAY);
        told.clear();
        office.execute("TRUNCATE outbox, inbox, todo, message_grant, stopped_template, message_today,"
                + " message_preference, employee_binding, service_window");
        office.everybody();
        for (var channel : List.of("SUBSCRIBE", "TEMPLATE", "CUSTOMER_SERVICE")) {
            office.does.put(channel, parcel -> whatever(chance, parcel));
        }
    }

    private void somethingHappens(Random chance) {
        var who = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        switch (chance.nextInt(12)) {
            case 0 -> office.follows(who, chance.nextBoolean());
            case 1 -> someoneWishes(who, WISHES.get(chance.nextInt(WISHES.size())));
            case 2 -> office.windows.opened("mp-" + who.value(), Opening.WROTE).block();
            case 3 -> office.execute("UPDATE inbox SET read_at = huiyin_now() WHERE account = " + who.value());
            case 4 -> someoneGrants(who);
            case 5, 6 -> leap(Duration.ofMinutes(chance.nextInt(360)));
            default -> someoneIsPromisedSomething(chance, who);
        }
    }

    private void someoneIsPromisedSomething(Random chance, AccountId who) {
        var hazard = chance.nextInt(8) == 0 ? Map.of("hazard", "true") : Map.<String, String>of();
        for (int more = chance.nextInt(5); more >= 0; more--) {
            office.promise(OCCASIONS.get(chance.nextInt(OCCASIONS.size())), who, null, hazard);
        }
    }

    private void someoneWishes(AccountId who, String wishes) {
        office.execute("DELETE FROM message_preference WHERE account = " + who.value());
        office.execute("INSERT INTO message_preference (account, quiet_from, quiet_to, daily, left_out) VALUES (%d, %s)"
                .formatted(who.value(), wishes));
    }

    private void someoneGrants(AccountId who) {
        for (var template : List.of("progress", "reply", "callback", "deadline")) {
            office.execute("""
                    INSERT INTO message_grant AS g (account, template_id, remaining, last_answer)
                    VALUES (%d, 'id-%s', 1, 'accept')
                        ON CONFLICT (account, template_id) DO UPDATE SET remaining = g.remaining + 1
                    """.formatted(who.value(), template));
        }
    }

    private void leap(Duration time) {
        now = clock.advance(time);
    }

    private Mono<Outcome> whatever(Random chance, Parcel parcel) {
        int fate;
        synchronized (chance) {
            fate = chance.nextInt(12);
        }
        return switch (fate) {
            case 0 -> Mono.just(new Outcome.Retry("-1", null));
            case 1 -> Mono.just(new Outcome.NextChannel(Cause.NOT_FOLLOWER, "43004"));
            case 2 -> Mono.just(new Outcome.Dead("47003"));
            default -> tell(parcel);
        };
    }

    private Mono<Outcome> tell(Parcel parcel) {
        return office.database
                .sql("SELECT occasion, urgent, facts->>'hazard' AS hazard, held, owed FROM outbox WHERE id = $1")
                .bind("$1", Long.parseLong(parcel.clientMsgId().substring(2)))
                .map(row -> new Told(
                        parcel.address().replaceAll(".*-", ""),
                        now,
                        String.valueOf(row.get("occasion", String.class)),
                        Boolean.TRUE.equals(row.get("urgent", Boolean.class))
                                || "true".equals(row.get("hazard", String.class))
                                        && !COURTESIES.contains(row.get("occasion", String.class)),
                        String.valueOf(row.get("held", String.class)),
                        Boolean.TRUE.equals(row.get("owed", Boolean.class))))
                .one()
                .doOnNext(one -> {
                    synchronized (told) {
                        told.add(one);
                    }
                })
                .thenReturn(new Outcome.Delivered("ok"));
    }

    private List<String> lines(String sql) {
        return office.database
                .sql(sql)
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    /** What reached somebody, and how it stood. */
    private record Told(String to, Instant at, String occasion, boolean hurries, String held, boolean owed) {

        boolean mayDisturb() {
            return hurries || occasion.equals("TICKET_RECEIVED");
        }

        boolean counts() {
            return !hurries
                    && !owed
                    && !occasion.startsWith("SUMMARY")
                    && (held.equals("null") || held.equals("QUIET"));
        }
    }
}
