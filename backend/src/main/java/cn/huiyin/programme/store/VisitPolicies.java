package cn.huiyin.programme.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.identity.AccountId;
import cn.huiyin.programme.domain.Policy;
import cn.huiyin.programme.domain.PolicyFile;
import cn.huiyin.snapshot.Edition;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Remembers how often homes are visited, and what each place has chosen. */
@Component
public class VisitPolicies {

    private static final String NEWEST = """
            SELECT DISTINCT ON (code) code, version, document::text AS document
              FROM programme_policy
             ORDER BY code, version DESC
            """;

    private static final String CHOICES = """
            SELECT place, policy, version, at, by
              FROM programme_choice
             WHERE EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place)
                            WHERE starts_with(programme_choice.place, reach.place)
                               OR starts_with(reach.place, programme_choice.place))
             ORDER BY place
             LIMIT 500
            """;

    private final DatabaseClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    public VisitPolicies(DatabaseClient database) {
        this.database = database;
    }

    /** A policy and its newest version. */
    public record Kept(String code, int version, Policy policy) {}

    /**
     * What a place has chosen.
     *
     * @param place a path, or / for all that chose nothing
     */
    public record Choice(String place, String policy, int version, Instant at, long by) {}

    /** Keeps the policies that come with the program where they are not yet kept, and lets all choose the first. */
    public Mono<Void> begin() {
        return Flux.fromIterable(PolicyFile.builtIn().entrySet())
                .concatMap(policy -> put(policy.getKey(), 0, policy.getValue(), "随系统提供的第一版", AccountId.SYSTEM.value()))
                .then(database.sql("SELECT EXISTS (SELECT FROM programme_choice WHERE place = '/') AS chosen")
                        .map(row -> requireNonNull(row.get("chosen", Boolean.class)))
                        .one())
                .filter(chosen -> !chosen)
                .flatMap(none -> choose("/", Policy.STANDARD, 0, "随系统提供的选择", AccountId.SYSTEM.value()))
                .then();
    }

    /** Grows with each version of any of them. */
    public Mono<Long> editions() {
        return database.sql("SELECT count(*) AS versions FROM programme_policy")
                .map(row -> requireNonNull(row.get("versions", Long.class)))
                .one();
    }

    /** The newest of each by its code; where there are none yet, those that come with the program are kept first. */
    public Mono<Edition<Map<String, Kept>>> read() {
        return editions()
                .filter(versions -> versions > 0)
                .switchIfEmpty(begin().then(Mono.defer(this::editions)))
                .flatMap(versions -> newest().collect(
                                TreeMap<String, Kept>::new, (all, one) -> all.put(one.code(), one))
                        .map(all -> new Edition<>(versions, Map.copyOf(all))));
    }

    private Flux<Kept> newest() {
        return database.sql(NEWEST).map(this::kept).all();
    }

    private Kept kept(Readable row) {
        return new Kept(
                requireNonNull(row.get("code", String.class)),
                requireNonNull(row.get("version", Integer.class)),
                json.readValue(requireNonNull(row.get("document", String.class)), Policy.class));
    }

    /** What was chosen for these places, for parts of them, and for what is around them; widest first. */
    public Flux<Choice> choices(List<String> places) {
        return database.sql(CHOICES)
                .bind("places", places.toArray(String[]::new))
                .map(VisitPolicies::choice)
                .all();
    }

    private static Choice choice(Readable row) {
        return new Choice(
                requireNonNull(row.get("place", String.class)),
                requireNonNull(row.get("policy", String.class)),
                requireNonNull(row.get("version", Integer.class)),
                requireNonNull(row.get("at", OffsetDateTime.class)).toInstant(),
                requireNonNull(row.get("by", Long.class)));
    }

    /** A new version, in force at once; false where it is not {@code version} that is the newest. */
    public Mono<Boolean> put(String code, int version, Policy policy, String note, long by) {
        return done(
                "SELECT programme_put(:doc::jsonb) AS said",
                Map.of("code", code, "version", version, "policy", policy, "note", note, "by", by));
    }

    /** @param version the one that was read; 0 where the place had chosen nothing. False where it is not that any more. */
    public Mono<Boolean> choose(String place, String policy, int version, String note, long by) {
        return done(
                "SELECT programme_choose(:doc::jsonb) AS said",
                Map.of("place", place, "policy", policy, "version", version, "note", note, "by", by));
    }

    private Mono<Boolean> done(String sql, Map<String, ?> document) {
        return database.sql(sql)
                .bind("doc", json.writeValueAsString(document))
                .map(row -> "SAVED".equals(row.get("said", String.class)))
                .one();
    }

    /** Today by the one clock, in China. */
    public Mono<LocalDate> today() {
        return database.sql("SELECT (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date AS today")
                .map(row -> requireNonNull(row.get("today", LocalDate.class)))
                .one();
    }

    static @Nullable Instant time(Readable row, String column) {
        OffsetDateTime at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
