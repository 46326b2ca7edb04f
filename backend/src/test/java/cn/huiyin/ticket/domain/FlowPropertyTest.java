package cn.huiyin.ticket.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Plays random moves by random people at random times against {@link PlainModel}. Set {@code -Dhuiyin.seed=…} to play a
 * run again.
 */
class FlowPropertyTest {

    private static final int SEQUENCES = 10_000;
    private static final int LONGEST = 24;

    private static final List<Move> MOVES = List.of(Move.values()).stream()
            .filter(move -> move != Move.SUBMIT && move != Move.REPLAN)
            .toList();
    private static final Map<Part, String> LETTERS = Map.of(
            Part.REPORTER, "R",
            Part.RECORDER, "r",
            Part.GRID_WORKER, "G",
            Part.HOLDER, "H",
            Part.HOLDER_LEAD, "L",
            Part.FIRST_RECEIVER, "F",
            Part.CO_HANDLER, "C",
            Part.DISPATCHER, "D",
            Part.SUPERVISOR, "S",
            Part.SYSTEM, "Y");

    @Test
    void tenThousandRandomStoriesAgreeWithThePlainModel() {
        long seed = Long.getLong("huiyin.seed", System.nanoTime());
        System.out.println("FlowPropertyTest seed " + seed);
        Random random = new Random(seed);
        int accepted = 0;
        Set<Move> seen = EnumSet.noneOf(Move.class);
        for (int i = 0; i < SEQUENCES; i++) {
            accepted += playOne(new Random(random.nextLong()), "seed %d, story %d".formatted(seed, i), seen);
        }
        System.out.println("FlowPropertyTest: %d stories, %d moves made".formatted(SEQUENCES, accepted));
        assertThat(seen).as("moves that were really made").containsAll(MOVES);
        assertThat(accepted).isGreaterThan(SEQUENCES * 4);
    }

    private static int playOne(Random random, String name, Set<Move> seen) {
        Instant filed = Instant.parse("2024-02-01T00:00:00Z").plusSeconds(random.nextInt(90_000_000));
        String local = filed.atZone(java.time.ZoneId.of("Asia/Shanghai"))
                .toLocalDateTime()
                .toString();
        Urgency urgency = random.nextInt(4) == 0 ? Urgency.URGENT : Urgency.NORMAL;
        TicketStory story = TicketStory.filed(local, urgency);
        PlainModel model = new PlainModel(filed, urgency.name());
        int accepted = 0;
        int moves = 1 + random.nextInt(LONGEST);
        for (int i = 0; i < moves; i++) {
            story.after(Duration.ofSeconds(random.nextInt(random.nextBoolean() ? 7_200 : 500_000)));
            Order order = order(random, story.ticket());
            Set<Part> parts = parts(random, story.ticket(), order.move());
            Ticket before = story.ticket();
            int said = say(story, order, parts);
            int expected = model.play(asked(order), letters(parts), story.now());
            int number = i + 1;
            Supplier<String> where =
                    () -> "%s, move %d: %s by %s in %s".formatted(name, number, order, parts, before.stage());
            assertThat(said).as(where).isEqualTo(expected);
            agree(story, model, where);
            keptPromises(before, story.ticket(), order.move(), where);
            if (said == 200) {
                accepted++;
                seen.add(order.move());
            } else {
                assertThat(story.ticket()).as("a refused move changes nothing").isSameAs(before);
            }
        }
        assertThat(TimelineCheck.of(story.ticket().chain(), story.timeline()).valid())
                .isTrue();
        return accepted;
    }

    private static int say(TicketStory story, Order order, Set<Part> parts) {
        try {
            story.does(new Actor(new AccountId(7), "某人", parts), order);
            return 200;
        } catch (Refusal refusal) {
            return refusal.status();
        }
    }

    private static void agree(TicketStory story, PlainModel model, Supplier<String> where) {
        Ticket ticket = story.ticket();
        Responsibility who = ticket.responsibility();
        assertThat(ticket.stage().name()).as(where).isEqualTo(model.stage);
        assertThat(value(who.firstReceiver())).as(where).isEqualTo(model.first);
        assertThat(value(who.holder())).as(where).isEqualTo(model.holder);
        assertThat(who.handOns()).as(where).isEqualTo(model.handOns);
        assertThat(who.coHandlers()).as(where).isEqualTo(model.helpers);
        assertThat(ticket.progress().round()).as(where).isEqualTo(model.round);
        assertThat(ticket.progress().rated()).as(where).isEqualTo(model.rated);
        assertThat(ticket.progress().supervised()).as(where).isEqualTo(model.supervised);
        assertThat(ours(ticket, story.now())).as(where).isEqualTo(theirs(model, story.now()));
    }

    private static TreeMap<String, String> ours(Ticket ticket, Instant now) {
        TreeMap<String, String> all = new TreeMap<>();
        for (Deadline deadline : ticket.deadlines().all()) {
            all.put(
                    deadline.rule() + "/" + deadline.round(),
                    deadline.stateAt(now) + " " + deadline.dueAt() + " since " + deadline.startedAt());
        }
        return all;
    }

    private static TreeMap<String, String> theirs(PlainModel model, Instant now) {
        TreeMap<String, String> all = new TreeMap<>();
        model.clocks.forEach(
                (name, clock) -> all.put(name, clock.state(now) + " " + clock.due() + " since " + clock.start));
        return all;
    }

    /** Said without the model: what may never happen, whatever the move. */
    private static void keptPromises(Ticket before, Ticket after, Move move, Supplier<String> where) {
        UnitId first = before.responsibility().firstReceiver();
        if (first != null) {
            assertThat(after.responsibility().firstReceiver()).as(where).isEqualTo(first);
        }
        assertThat(after.responsibility().handOns())
                .as(where)
                .isGreaterThanOrEqualTo(before.responsibility().handOns());
        before.deadlines().all().stream().filter(Deadline::isRunning).forEach(was -> {
            Deadline is = after.deadlines().find(was.rule(), was.round()).orElseThrow();
            assertThat(is.startedAt())
                    .as(() -> where.get() + ": no clock is reset")
                    .isEqualTo(was.startedAt());
            boolean pauseEnded = was.pausedSince() != null && is.pausedSince() == null;
            if (!pauseEnded && move != Move.EXTEND) {
                assertThat(is.dueAt())
                        .as(() -> where.get() + ": only its own moves change it")
                        .isEqualTo(was.dueAt());
            }
        });
    }

    private static Order order(Random random, Ticket ticket) {
        List<Move> open = ticket.openTo(EnumSet.allOf(Part.class));
        Move move = open.isEmpty() || random.nextInt(5) == 0 ? pick(random, MOVES) : pick(random, open);
        boolean classify = move == Move.CLASSIFY;
        return new Order(
                move,
                random.nextInt(8) == 0 ? null : "说明",
                classify && random.nextInt(4) > 0 ? "FACILITY" : null,
                classify ? maybe(random, Urgency.values()) : null,
                classify ? maybe(random, HandlingKind.values()) : null,
                classify ? maybe(random, LedgerColour.values()) : null,
                unit(random, move),
                null,
                move == Move.EXTEND ? deadline(random) : null,
                move == Move.EXTEND || move == Move.SUPERVISE ? random.nextInt(33) : 0,
                random.nextInt(4) == 0);
    }

    private static UnitId unit(Random random, Move move) {
        boolean takesUnit = EnumSet.of(Move.DISPATCH, Move.ESCALATE, Move.CO_HANDLE, Move.REPLY)
                .contains(move);
        return !takesUnit || random.nextInt(10) == 0
                ? null
                : pick(random, List.of(TicketStory.PROPERTY, TicketStory.OFFICE, TicketStory.WATER));
    }

    private static DeadlineKind deadline(Random random) {
        List<DeadlineKind> kinds = List.of(
                DeadlineKind.FIRST_REPLY,
                DeadlineKind.RECTIFY,
                DeadlineKind.URGENT_HANDLING,
                DeadlineKind.COORDINATION_START);
        return random.nextBoolean() ? null : pick(random, kinds);
    }

    /** Mostly somebody who may, sometimes anybody. */
    private static Set<Part> parts(Random random, Ticket ticket, Move move) {
        Set<Part> parts = EnumSet.of(pick(random, List.of(Part.values())));
        if (random.nextInt(4) > 0) {
            Flow.step(ticket.stage(), move).ifPresent(step -> {
                parts.clear();
                parts.add(pick(random, step.who().stream().sorted().toList()));
            });
        }
        if (random.nextInt(6) == 0) {
            parts.add(pick(random, List.of(Part.values())));
        }
        return parts;
    }

    private static PlainModel.Asked asked(Order order) {
        return new PlainModel.Asked(
                order.move().name(),
                order.note(),
                order.category(),
                name(order.urgency()),
                name(order.handlingKind()),
                name(order.colour()),
                value(order.unit()),
                order.days(),
                name(order.deadline()));
    }

    private static String letters(Set<Part> parts) {
        return parts.stream().map(LETTERS::get).collect(Collectors.joining());
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static String value(UnitId unit) {
        return unit == null ? null : unit.value();
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static <T> T maybe(Random random, T[] from) {
        return random.nextBoolean() ? null : from[random.nextInt(from.length)];
    }
}
