package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.oversight.store.Draws.Draw;
import cn.huiyin.oversight.store.Draws.Due;
import cn.huiyin.oversight.store.Draws.Listed;
import cn.huiyin.oversight.store.Draws.Lot;
import cn.huiyin.oversight.store.Draws.Unpromised;
import cn.huiyin.privacy.Keys;
import cn.huiyin.privacy.PrivacySettings;
import cn.huiyin.privacy.Vault;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** Draws are bound before the month is over, can be made again by anybody, and let no visit escape. */
@StoreTest
class DrawsTest {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final TestDatabase database;
    private final DatabaseClient client;
    private final RehearsalClock clock;
    private final Draws draws;
    private int made;
    private long noted;

    DrawsTest(TestDatabase database, DatabaseClient client, RehearsalClock clock) {
        this.database = database;
        this.client = client;
        this.clock = clock;
        this.draws = new Draws(client, new Vault(PrivacySettings.of(Keys.fresh())));
    }

    @BeforeEach
    void nothingWasDrawn() {
        database.execute(
                "SET session_replication_role = replica",
                "ALTER TABLE spot_draw DISABLE TRIGGER USER",
                "TRUNCATE spot_check_event, spot_check, spot_lot, spot_list, spot_draw, visit_record CASCADE",
                "ALTER TABLE spot_draw ENABLE TRIGGER USER",
                "SET session_replication_role = origin");
        stand(MARCH.atDay(1), 9);
        noted = requireNonNull(client.sql("SELECT length FROM audit_head")
                .map(row -> requireNonNull(row.get("length", Long.class)))
                .one()
                .block());
    }

    @Test
    void theDrawOfThisMonthAndTheNextIsPromisedOnceHoweverManyNodesPromise() {
        List<Unpromised> wanted = requireNonNull(
                draws.unpromised(List.of("s1", "s2")).collectList().block());
        assertThat(wanted)
                .containsExactly(
                        new Unpromised("s1", MARCH),
                        new Unpromised("s2", MARCH),
                        new Unpromised("s1", MARCH.plusMonths(1)),
                        new Unpromised("s2", MARCH.plusMonths(1)));

        List<Boolean> promised = requireNonNull(Flux.range(1, 8)
                .flatMap(node -> draws.promise(wanted.get(0), "secret" + node, sha256("secret" + node)))
                .collectList()
                .block());

        assertThat(promised).containsOnlyOnce(true);
        assertThat(audited("SPOT_DRAW_PROMISED")).hasSize(1).allMatch(facts -> facts.contains(march().commitment()));
        assertThat(march().secret()).isNull();
        assertThat(requireNonNull(client.sql("SELECT to_json(d)::text AS raw FROM spot_draw d")
                        .map(row -> requireNonNull(row.get("raw", String.class)))
                        .one()
                        .block()))
                .as("the secret lies sealed")
                .doesNotContain("secret1", "secret2", "secret3");
    }

    @Test
    void aDrawIsMadeOnceHoweverManyNodesDraw() {
        promise();
        for (int i = 0; i < 40; i++) {
            visit("c1", MARCH.atDay(1 + i % 30), Duration.ofHours(1));
        }
        stand(LocalDate.of(2026, 4, 3), 1);
        Due due = requireNonNull(draws.due().blockFirst());

        List<Integer> drawn = requireNonNull(Flux.range(1, 8)
                .flatMap(node -> draws.make(due, Instant.parse("2026-04-20T10:00:00Z"), "[]"))
                .collectList()
                .block());

        assertThat(drawn).containsExactly(4);
        assertThat(audited("SPOT_DRAW_MADE")).hasSize(1);
        assertThat(draws.due().collectList().block()).isEmpty();
        assertThat(draws.states("s1", MARCH).block()).isEqualTo(Map.of("DRAWN", 4));
    }

    @Test
    void nothingIsDrawnBeforeItsDay() {
        promise();
        visit("c1", MARCH.atDay(4), Duration.ofHours(1));
        stand(LocalDate.of(2026, 4, 2), 23);

        assertThat(draws.due().collectList().block()).isEmpty();
        assertThat(draws.make(new Due("s1", MARCH, "secret", clock.now()), clock.now(), "[]")
                        .blockOptional())
                .isEmpty();
    }

    @Test
    void anotherSecretThanThePromisedOneDrawsNothing() {
        promise();
        stand(LocalDate.of(2026, 4, 3), 1);

        assertThatThrownBy(() -> draws.make(new Due("s1", MARCH, "another", clock.now()), clock.now(), "[]")
                        .block())
                .hasStackTraceContaining("not the one that was promised");
        assertThat(march().drawnAt()).isNull();
    }

    @Test
    void ofEachCommunityATenthIsDrawnAndAtLeastOne() {
        promise();
        many("c1", 1);
        many("c2", 10);
        many("c3", 11);
        many("c4", 30);

        drawMarch();

        assertThat(lists())
                .extracting(Listed::community, Listed::visits, Listed::drawn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("c1", 1, 1),
                        org.assertj.core.groups.Tuple.tuple("c2", 10, 1),
                        org.assertj.core.groups.Tuple.tuple("c3", 11, 2),
                        org.assertj.core.groups.Tuple.tuple("c4", 30, 3));
    }

    @Test
    void anybodyDrawsTheSameAgain() {
        promise();
        many("c1", 57);
        drawMarch();
        Draw draw = march();
        Listed list = lists().get(0);
        List<Lot> lots = requireNonNull(draws.lots("c1", MARCH).block());

        String seed = sha256(draw.secret() + "\n" + draw.headHash() + "\n2026-03\nc1");
        List<String> again = lots.stream()
                .map(Lot::visit)
                .sorted(Comparator.comparing(visit -> sha256(seed + "\n" + visit)))
                .limit(6)
                .toList();

        assertThat(list.seed()).isEqualTo(seed);
        assertThat(draw.commitment()).isEqualTo(sha256(String.valueOf(draw.secret())));
        assertThat(lots.stream().filter(Lot::drawn).map(Lot::visit)).containsExactlyInAnyOrderElementsOf(again);
        assertThat(list.digest())
                .isEqualTo(sha256(
                        lots.stream().map(lot -> lot.visit() + "\n").sorted().collect(Collectors.joining())));
    }

    @Test
    void whatWasDrawnStaysDrawn() {
        promise();
        many("c1", 3);
        drawMarch();

        assertThatThrownBy(() -> database.execute("UPDATE spot_lot SET drawn = NOT drawn"))
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> database.execute("DELETE FROM spot_lot"))
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> database.execute("UPDATE spot_list SET seed = 'mine'"))
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> database.execute("UPDATE spot_draw SET secret = 'mine' WHERE drawn_at IS NOT NULL"))
                .hasStackTraceContaining("only ever added to");
        assertThatThrownBy(() -> database.execute("UPDATE spot_draw SET share = 11 WHERE drawn_at IS NULL"))
                .hasStackTraceContaining("only ever added to");
    }

    @Test
    void theChainAtTheEndOfTheMonthGoesIntoTheSeedAndNothingAfter() {
        promise();
        many("c1", 3);
        stand(LocalDate.of(2026, 3, 31), 23);
        database.execute("SELECT audit_append('ROLE_GRANTED', 7, 'x', '{}')");
        String last = requireNonNull(client.sql("SELECT hash FROM audit_head")
                .map(row -> requireNonNull(row.get("hash", String.class)))
                .one()
                .block());
        stand(LocalDate.of(2026, 4, 1), 1);
        database.execute("SELECT audit_append('ROLE_GRANTED', 7, 'y', '{}')");

        drawMarch();

        assertThat(march().headHash()).isEqualTo(last);
    }

    /** Visits of random days reach us at random times, with draws between them. */
    @Test
    void everyVisitLiesInExactlyOneListAndInTheFirstThatItCanLieIn() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, LocalDate> visits = new HashMap<>();
        Map<String, YearMonth> expected = new HashMap<>();
        List<String> waiting = new ArrayList<>();
        LocalDate today = MARCH.atDay(1);
        for (int step = 0; step < 120; step++) {
            today = today.plusDays(random.nextInt(4));
            stand(today, 12);
            promise();
            requireNonNull(draws.due().collectList().block()).forEach(due -> {
                draws.make(due, clock.now(), "[]").block();
                waiting.removeIf(visit -> {
                    boolean in = !requireNonNull(visits.get(visit))
                            .isAfter(due.month().atEndOfMonth());
                    if (in) {
                        expected.put(visit, due.month());
                    }
                    return in;
                });
            });
            for (int n = random.nextInt(3); n > 0; n--) {
                LocalDate day = today.minusDays(random.nextInt(45));
                String visit = visit(
                        "c" + (1 + random.nextInt(2)),
                        day,
                        Duration.between(day.atTime(9, 0).atZone(ZONE).toInstant(), clock.now()));
                visits.put(visit, day);
                waiting.add(visit);
            }
        }

        Map<String, YearMonth> listed = requireNonNull(client.sql("SELECT visit, month FROM spot_lot")
                .map(row -> Map.entry(
                        requireNonNull(row.get("visit", String.class)),
                        YearMonth.from(requireNonNull(row.get("month", LocalDate.class)))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block());
        assertThat(listed).as("seed %d", seed).isEqualTo(expected);
        assertThat(expected.size() + waiting.size()).isEqualTo(visits.size());
    }

    private void promise() {
        draws.unpromised(List.of("s1"))
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(
                        draw -> draws.promise(draw, "secret of " + draw.month(), sha256("secret of " + draw.month())))
                .blockLast();
    }

    private void drawMarch() {
        stand(LocalDate.of(2026, 4, 3), 1);
        draws.make(requireNonNull(draws.due().blockFirst()), clock.now(), "[]").block();
    }

    private Draw march() {
        return requireNonNull(draws.find("s1", MARCH).block());
    }

    private List<Listed> lists() {
        return requireNonNull(draws.lists(march()).block());
    }

    private void many(String community, int count) {
        for (int n = 0; n < count; n++) {
            visit(community, MARCH.atDay(1 + n % 28), Duration.ofHours(2));
        }
    }

    private String visit(String community, LocalDate day, Duration entered) {
        String id = "visit-%06d".formatted(++made);
        Instant at = day.atTime(9, 0).atZone(ZONE).toInstant();
        database.execute("""
                INSERT INTO visit_record (id, household, class, path, by, at, entered_at, entry_due_at, way, outcome)
                VALUES ('%1$s', 'home', 'ORDINARY', '/s1/%2$s/%2$s-g1/b1/', %3$d, '%4$s', '%5$s', '%6$s', 'IN_PERSON', 'MET')
                """.formatted(id, community, 1000 + made, at, at.plus(entered), at.plus(Duration.ofDays(1))));
        return id;
    }

    private void stand(LocalDate day, int hour) {
        clock.stopAt(day.atTime(hour, 0).atZone(ZONE).toInstant());
    }

    private List<String> audited(String kind) {
        return requireNonNull(client.sql("SELECT facts FROM audit_entry WHERE kind = :kind AND id > :noted")
                .bind("kind", kind)
                .bind("noted", noted)
                .map(row -> requireNonNull(row.get("facts", String.class)))
                .all()
                .collectList()
                .block());
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
