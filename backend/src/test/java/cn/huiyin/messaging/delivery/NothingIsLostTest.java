package cn.huiyin.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import cn.huiyin.messaging.spi.Parcel;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToIntFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Nodes die in the middle of a call, channels say whatever a channel can say or nothing, the clock leaps, tickets change:
 * in the end each message has left, was withdrawn, or lies before a human. A failing seed is in the test's name.
 */
@StoreTest
class NothingIsLostTest {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T01:00:00Z");
    private static final List<String> OCCASIONS = List.of(
            "TICKET_RECEIVED",
            "TICKET_REPLIED",
            "CALLBACK_ASK",
            "TICKET_ASSIGNED",
            "DEADLINE_DUE",
            "DEADLINE_OVERDUE",
            "CALLBACK_VISIT");
    private static final List<AccountId> PEOPLE =
            List.of(new AccountId(1), new AccountId(2), new AccountId(3), new AccountId(4));
    private static final List<Duration> LEAPS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(10),
            Duration.ofMinutes(2),
            Duration.ofMinutes(3),
            Duration.ofMinutes(30),
            Duration.ofHours(20));

    private final PostOffice office;
    private final RehearsalClock clock;
    private final Map<String, Integer> arrived = new ConcurrentHashMap<>();
    private final Map<String, Integer> doubted = new ConcurrentHashMap<>();
    private final Map<String, String> history = new ConcurrentHashMap<>();
    private final Map<String, Instant> seenByPlatform = new ConcurrentHashMap<>();
    private volatile Instant now = SUNDAY;
    private Sinks.Empty<Void> death = Sinks.empty();

    NothingIsLostTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
    }

    static List<Long> seeds() {
        var fresh = new Random().nextLong();
        return List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, fresh);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void inTheEndEachMessageHasLeftOrLiesBeforeAHuman(long seed) {
        var chance = new Random(seed);
        anEmptyOffice();
        office.does.put("SUBSCRIBE", parcel -> whatever(chance, "SUBSCRIBE", parcel));
        office.does.put("TEMPLATE", parcel -> whatever(chance, "TEMPLATE", parcel));

        for (int step = 0; step < 60; step++) {
            somethingHappens(chance);
            aNodeWorks();
        }
        channelsAreWellAgain();

        assertThat(
                        office.one(
                                "SELECT string_agg(DISTINCT state, ' ') FROM outbox WHERE state NOT IN ('SENT', 'SPREAD', 'WITHDRAWN', 'DEAD')"))
                .isEqualTo("null");
        assertThat(lines("""
                SELECT 'hy' || id FROM outbox
                 WHERE state = 'SENT' AND channel IN ('SUBSCRIBE', 'TEMPLATE') AND last_error IS NULL"""))
                .as("who is said to have it has it")
                .allSatisfy(id -> assertThat(arrived).containsKey(id));
        assertThat(moreOften(lines("SELECT 'hy' || id FROM outbox WHERE occasion = 'CALLBACK_ASK'"), id -> 1))
                .as("a question is never asked twice")
                .isEmpty();
        assertThat(moreOften(arrived.keySet(), id -> 1 + doubted.getOrDefault(id, 0)))
                .as("nothing arrives more often than it was in doubt")
                .isEmpty();
        assertThat(lines("""
                SELECT dedup_key FROM outbox AS o
                 WHERE occasion IN ('TICKET_REPLIED', 'TICKET_ASSIGNED', 'DEADLINE_OVERDUE')
                   AND (state = 'DEAD' OR state = 'SENT' AND channel = 'TODO')
                   AND NOT EXISTS (SELECT 1 FROM todo WHERE outbox_id = o.id)"""))
                .as("who must be reached and was not is a human's task")
                .isEmpty();
        assertThat(lines("""
                SELECT dedup_key FROM outbox AS o
                 WHERE state = 'SENT' AND channel <> 'TODO' AND subject_kind <> 'summary'
                   AND NOT EXISTS (SELECT 1 FROM inbox WHERE outbox_id = o.id)""")).as("the inbox has it always").isEmpty();
    }

    /** What arrived more often than it may have, with its story. */
    private List<String> moreOften(Collection<String> ids, ToIntFunction<String> most) {
        return ids.stream()
                .filter(id -> arrived.getOrDefault(id, 0) > most.applyAsInt(id))
                .map(id -> id + " arrived " + arrived.get(id) + " times: " + history.get(id))
                .toList();
    }

    private void anEmptyOffice() {
        now = clock.stopAt(SUNDAY);
        office.execute("TRUNCATE outbox, inbox, todo, message_grant, stopped_template, message_quota, message_today");
        List.of(arrived, doubted, seenByPlatform, history).forEach(Map::clear);
        office.standings.clear();
    }

    private void somethingHappens(Random chance) {
        switch (chance.nextInt(6)) {
            case 0, 1, 2 -> someoneIsPromisedSomething(chance);
            case 3 -> now = clock.advance(LEAPS.get(chance.nextInt(LEAPS.size())));
            case 4 -> someoneGrants(chance);
            default -> office.execute("DELETE FROM stopped_template");
        }
    }

    private void someoneIsPromisedSomething(Random chance) {
        var occasion = OCCASIONS.get(chance.nextInt(OCCASIONS.size()));
        var to = chance.nextInt(4) == 0 ? null : PEOPLE.get(chance.nextInt(PEOPLE.size()));
        var key = office.promise(occasion, to, now.plusSeconds(chance.nextInt(600)), Map.of());
        var no = key.split("/")[0];
        if (chance.nextInt(10) == 0) {
            office.standings.put(no, new Gone("changed"));
        } else if (to == null) {
            office.standings.put(no, new Stands(PEOPLE.subList(0, chance.nextInt(PEOPLE.size())), Map.of("no", no)));
        }
    }

    private void someoneGrants(Random chance) {
        var to = PEOPLE.get(chance.nextInt(PEOPLE.size())).value();
        for (var template : List.of("progress", "reply", "callback", "task", "deadline")) {
            office.execute("""
                    INSERT INTO message_grant AS g (account, template_id, remaining, last_answer)
                    VALUES (%d, 'id-%s', 1, 'accept')
                        ON CONFLICT (account, template_id) DO UPDATE SET remaining = g.remaining + 1
                    """.formatted(to, template));
        }
    }

    /** Until nothing is due, or until it dies. */
    private void aNodeWorks() {
        death = Sinks.empty();
        office.alive = new AtomicBoolean(true);
        office.node(false).runUntilQuiet().then().takeUntilOther(death.asMono()).block(Duration.ofSeconds(30));
        lines("SELECT 'hy' || id FROM outbox WHERE state = 'WAITING' AND attempt_started IS NOT NULL")
                .forEach(id -> {
                    doubted.merge(id, 1, Integer::sum);
                    note(id, "in doubt");
                });
    }

    private Mono<Outcome> whatever(Random chance, String channel, Parcel parcel) {
        int fate;
        synchronized (chance) {
            fate = chance.nextInt(14);
        }
        note(parcel.clientMsgId(), channel + " fate " + fate);
        return switch (fate) {
            case 0 -> Mono.just(new Outcome.Retry("-1", null));
            case 1 -> Mono.just(new Outcome.Retry("43108", Duration.ofSeconds(2)));
            case 2 -> Mono.just(new Outcome.Park("45009"));
            case 3 -> Mono.just(new Outcome.NextChannel(Cause.GRANT_GONE, "43101"));
            case 4 -> Mono.just(new Outcome.StopTemplate("40037"));
            case 5 -> Mono.just(new Outcome.Dead("47003"));
            case 6 -> doubt(channel, parcel, true, Mono.just(new Outcome.Unknown("cut off after")));
            case 7 -> doubt(channel, parcel, false, Mono.just(new Outcome.Unknown("cut off before")));
            case 8 -> doubt(channel, parcel, true, Mono.error(new IllegalStateException("fault after")));
            case 9 -> doubt(channel, parcel, true, die());
            case 10 -> doubt(channel, parcel, false, die());
            default -> {
                arrives(channel, parcel);
                yield Mono.just(new Outcome.Delivered("ok"));
            }
        };
    }

    private Mono<Outcome> doubt(String channel, Parcel parcel, boolean arrives, Mono<Outcome> says) {
        doubted.merge(parcel.clientMsgId(), 1, Integer::sum);
        if (arrives) {
            arrives(channel, parcel);
        }
        return says;
    }

    private void note(String id, String what) {
        history.merge(id, now + " " + what, (before, then) -> before + "; " + then);
    }

    private Mono<Outcome> die() {
        return Mono.<Outcome>never().doOnSubscribe(call -> {
            office.alive.set(false);
            death.tryEmitEmpty();
        });
    }

    /** The official account drops the same client_msg_id for ten minutes. */
    private void arrives(String channel, Parcel parcel) {
        var id = parcel.clientMsgId();
        var before = seenByPlatform.get(channel + id);
        if (channel.equals("TEMPLATE") && before != null && now.isBefore(before.plus(Duration.ofMinutes(10)))) {
            return;
        }
        seenByPlatform.put(channel + id, now);
        arrived.merge(id, 1, Integer::sum);
    }

    private void channelsAreWellAgain() {
        office.execute("DELETE FROM stopped_template");
        for (var channel : List.of("SUBSCRIBE", "TEMPLATE")) {
            office.does.put(channel, parcel -> {
                note(parcel.clientMsgId(), channel + " well again");
                arrives(channel, parcel);
                return Mono.just(new Outcome.Delivered("ok"));
            });
        }
        for (int third = 0; third < 12; third++) {
            now = clock.advance(Duration.ofHours(8));
            aNodeWorks();
        }
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
}
