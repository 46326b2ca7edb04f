package cn.huiyin.oversight.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.privacy.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Remembers which visits were drawn from what, and how. */
@Repository("spotDraws")
public class Draws {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** From the month after the last that was promised, or this one, to the next. */
    private static final String UNPROMISED = """
            SELECT s.street, m.month::date
              FROM unnest(:streets::text[]) AS s (street)
             CROSS JOIN (SELECT date_trunc('month', huiyin_now() AT TIME ZONE 'Asia/Shanghai') AS month) AS this
              LEFT JOIN LATERAL (SELECT month FROM spot_draw d WHERE d.street = s.street ORDER BY month DESC LIMIT 1) AS last ON true
             CROSS JOIN LATERAL generate_series(coalesce(last.month + interval '1 month', this.month),
                                                this.month + interval '1 month',
                                                interval '1 month') AS m (month)
             ORDER BY m.month, s.street
             LIMIT 500
            """;

    private static final String DUE = """
            SELECT street, month, sealed, huiyin_now() AS now
              FROM spot_draw
             WHERE drawn_at IS NULL
               AND draws_at <= huiyin_now()
             ORDER BY month, street
             LIMIT 500
            """;

    private static final String COLUMNS =
            "d.street, d.month, d.share, d.commitment, d.committed_at, d.head_at, d.draws_at, d.secret, d.head_length, d.head_hash, d.drawn_at";

    private final DatabaseClient database;
    private final Vault vault;

    public Draws(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The draw of a street and month that is yet to be promised. */
    public record Unpromised(String street, YearMonth month) {}

    public Flux<Unpromised> unpromised(Collection<String> streets) {
        return database.sql(UNPROMISED)
                .bind("streets", streets.toArray(String[]::new))
                .map(row -> new Row(row))
                .all()
                .map(row -> new Unpromised(row.text("street"), YearMonth.from(row.day("month"))));
    }

    /** False where it was promised before. */
    public Mono<Boolean> promise(Unpromised draw, String secret, String commitment) {
        LocalDate month = draw.month().atDay(1);
        return database.sql("SELECT spot_draw_promise(:doc::jsonb) AS promised")
                .bind(
                        "doc",
                        JSON.writeValueAsString(Map.of(
                                "street", draw.street(),
                                "month", month.toString(),
                                "commitment", commitment,
                                "sealed",
                                        vault.seal(secret, OversightSeals.ofDraw(draw.street(), month))
                                                .value())))
                .map(row -> requireNonNull(row.get("promised", Boolean.class)))
                .one();
    }

    /**
     * A draw whose time has come.
     *
     * @param now by the one clock
     */
    public record Due(String street, YearMonth month, String secret, Instant now) {}

    public Flux<Due> due() {
        return database.sql(DUE)
                .map(Row::new)
                .all()
                .map(row -> new Due(
                        row.text("street"),
                        YearMonth.from(row.day("month")),
                        requireNonNull(OversightSeals.open(
                                vault,
                                row.textOrNull("sealed"),
                                OversightSeals.ofDraw(row.text("street"), row.day("month")))),
                        row.time("now")));
    }

    /**
     * Draws; says how many. Empty where another node does it or did it, or an earlier month waits.
     *
     * @param notices as {@code outbox_append} takes them; kept only where anything is drawn
     */
    public Mono<Integer> make(Due draw, Instant dueAt, String notices) {
        return database.sql("SELECT spot_draw_make(:doc::jsonb) AS drawn")
                .bind(
                        "doc",
                        JSON.writeValueAsString(Map.of(
                                "street", draw.street(),
                                "month", draw.month().atDay(1).toString(),
                                "secret", draw.secret(),
                                "due_at", dueAt.toString(),
                                "notices", JSON.readTree(notices))))
                .map(row -> java.util.Optional.ofNullable(row.get("drawn", Integer.class)))
                .one()
                .flatMap(Mono::justOrEmpty);
    }

    /** A draw as anybody may see it; what comes of it is null as long as it was not made. */
    public record Draw(
            String street,
            YearMonth month,
            int share,
            String commitment,
            Instant committedAt,
            Instant headAt,
            Instant drawsAt,
            @Nullable String secret,
            @Nullable Long headLength,
            @Nullable String headHash,
            @Nullable Instant drawnAt) {}

    /** The newest first, from before a month on. */
    public Mono<List<Draw>> page(String street, YearMonth before, int limit) {
        return database.sql("""
                        SELECT %s
                          FROM spot_draw d
                         WHERE d.street = :street
                           AND d.month < :before
                         ORDER BY d.month DESC
                         LIMIT :limit
                        """.formatted(COLUMNS))
                .bind("street", street)
                .bind("before", before.atDay(1))
                .bind("limit", limit)
                .map(row -> draw(new Row(row)))
                .all()
                .collectList();
    }

    public Mono<Draw> find(String street, YearMonth month) {
        return database.sql(
                        "SELECT %s FROM spot_draw d WHERE d.street = :street AND d.month = :month".formatted(COLUMNS))
                .bind("street", street)
                .bind("month", month.atDay(1))
                .map(row -> draw(new Row(row)))
                .one();
    }

    private static Draw draw(Row row) {
        return new Draw(
                row.text("street"),
                YearMonth.from(row.day("month")),
                row.count("share"),
                row.text("commitment"),
                row.time("committed_at"),
                row.time("head_at"),
                row.time("draws_at"),
                row.textOrNull("secret"),
                row.numberOrNull("head_length"),
                row.textOrNull("head_hash"),
                row.timeOrNull("drawn_at"));
    }

    /** What was drawn from in a community, and how many. */
    public record Listed(String community, String seed, int visits, int drawn, String digest) {}

    public Mono<List<Listed>> lists(Draw draw) {
        return database.sql("""
                        SELECT community, seed, visits, drawn, digest
                          FROM spot_list
                         WHERE street = :street
                           AND month = :month
                         ORDER BY community COLLATE "C"
                        """)
                .bind("street", draw.street())
                .bind("month", draw.month().atDay(1))
                .map(row -> new Row(row))
                .all()
                .map(row -> new Listed(
                        row.text("community"),
                        row.text("seed"),
                        row.count("visits"),
                        row.count("drawn"),
                        row.text("digest")))
                .collectList();
    }

    /** A visit in a list: its id and nothing else, and whether it was drawn. */
    public record Lot(String visit, String rank, boolean drawn) {}

    /** All visits of a list in the order of their ids. */
    public Mono<List<Lot>> lots(String community, YearMonth month) {
        return database.sql("""
                        SELECT visit, rank, drawn
                          FROM spot_lot
                         WHERE community = :community
                           AND month = :month
                         ORDER BY visit
                        """)
                .bind("community", community)
                .bind("month", month.atDay(1))
                .map(row -> new Row(row))
                .all()
                .map(row -> new Lot(row.text("visit"), row.text("rank"), row.is("drawn")))
                .collectList();
    }

    /** How far the checks of a draw are. */
    public Mono<Map<String, Integer>> states(String street, YearMonth month) {
        return database.sql("""
                        SELECT state, count(*)::integer AS many
                          FROM spot_check
                         WHERE street = :street
                           AND month = :month
                         GROUP BY state
                        """)
                .bind("street", street)
                .bind("month", month.atDay(1))
                .map(row -> new Row(row))
                .all()
                .collect(
                        LinkedHashMap<String, Integer>::new,
                        (all, row) -> all.put(row.text("state"), row.count("many")))
                .map(all -> all);
    }
}
