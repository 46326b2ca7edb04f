package cn.huiyin.visit.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.visit.domain.Consent;
import cn.huiyin.visit.domain.ConsentDeed;
import cn.huiyin.visit.domain.ConsentPart;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.domain.ConsentWay;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Remembers how homes stand to visits; each read is one statement, and each change is one. */
@Component
public class Consents {

    /** What was told to everybody around not long ago, unless the content check doubts it. */
    private static final String NOTICE = """
            (SELECT json_build_object('way', n.way, 'purpose', n.purpose, 'at', n.at)
               FROM visit_notice n
              WHERE n.path = ANY (:reaches::text[])
                AND n.at > huiyin_now() - r.told_for
                AND NOT EXISTS (SELECT
                                  FROM content_mark m
                                 WHERE m.subject_kind = 'visit-notice'
                                   AND m.subject_id = n.id::text
                                   AND m.state IN ('HELD', 'REFUSED'))
              ORDER BY n.at DESC
              LIMIT 1)
            """;

    private static final String ONE = """
            SELECT json_build_object(
                       'now', huiyin_now(),
                       'notice', %s,
                       'ahead_seconds', extract(epoch FROM r.ahead)::bigint,
                       'oldest', huiyin_now() - r.oldest,
                       'consent', (SELECT to_json(c) FROM visit_consent c WHERE c.household = :household),
                       'words', (SELECT json_agg(json_build_object('seq', w.seq, 'at', w.at, 'to', w.to_state))
                                   FROM (SELECT seq, at, to_state
                                           FROM visit_consent_event
                                          WHERE household = :household
                                          ORDER BY at DESC, seq DESC
                                          LIMIT 200) w))::text AS document
              FROM visit_rule r
            """.formatted(NOTICE);

    private static final String HISTORY = """
            SELECT to_json(e)::text AS document
              FROM visit_consent_event e
             WHERE e.household = :household
               AND e.seq < :before
             ORDER BY e.seq DESC
             LIMIT :limit
            """;

    private static final String REFUSING = """
            SELECT household
              FROM visit_consent
             WHERE household = ANY (:households)
               AND (state = 'REFUSED'
                    OR (state = 'REFUSED_TWICE' AND quiet_until > (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date))
            """;

    private static final String LIST = """
            SELECT json_build_object('now', huiyin_now(), 'consent', to_json(c))::text AS document
              FROM visit_consent c
             WHERE c.community = ANY (:communities)
               AND EXISTS (SELECT FROM unnest(:places::text[]) AS reach (place) WHERE starts_with(c.path, reach.place))
               AND c.state = ANY (:states)
               AND c.household > :after
             ORDER BY c.household
             LIMIT :limit
            """;

    private final DatabaseClient database;
    private final VisitJson json;

    public Consents(DatabaseClient database, VisitJson json) {
        this.database = database;
        this.json = json;
    }

    /** What visits are for, told to everybody in a place. */
    public record Notice(ConsentWay way, String purpose, Instant at) {}

    /**
     * How a home stands.
     *
     * @param notice what was told to everybody around not long ago; null where nothing was
     * @param ahead so far may the clock of a phone run ahead
     * @param oldest what was said before that is no longer noted
     */
    public record Standing(Consent consent, @Nullable Notice notice, Instant now, Duration ahead, Instant oldest) {

        public LocalDate today() {
            return LocalDate.ofInstant(now, WorkingCalendar.ZONE);
        }
    }

    public Mono<Standing> of(HouseholdId household, PlacePath path) {
        return database.sql(ONE)
                .bind("household", household.value())
                .bind("reaches", PurposeNotices.upwards(path))
                .map(row -> json.read(text(row, "document"), Document.class).standing(household, path))
                .one();
    }

    private record Document(
            Instant now,
            @Nullable Notice notice,
            long aheadSeconds,
            Instant oldest,
            @Nullable Row consent,
            @Nullable List<Consent.Word> words) {

        Standing standing(HouseholdId household, PlacePath path) {
            Consent found = consent == null
                    ? Consent.none(household, path)
                    : consent.consent(words == null ? List.of() : words);
            return new Standing(found, notice, now, Duration.ofSeconds(aheadSeconds), oldest);
        }
    }

    private record Row(
            String household,
            String path,
            ConsentState state,
            Instant at,
            long by,
            int round,
            @Nullable LocalDate secondTryDue,
            @Nullable LocalDate quietUntil,
            int version) {

        Consent consent(List<Consent.Word> words) {
            return new Consent(
                    new HouseholdId(household),
                    new PlacePath(path),
                    state,
                    at,
                    new AccountId(by),
                    round,
                    secondTryDue,
                    quietUntil,
                    version,
                    words);
        }
    }

    /** A line of the history. */
    public record Line(
            int seq,
            Instant at,
            Instant notedAt,
            long by,
            ConsentPart part,
            ConsentDeed deed,
            ConsentWay way,
            ConsentState toState,
            boolean byItself,
            @Nullable String sealed) {}

    /** What was said about visits to a home, the newest first. */
    public Mono<List<Line>> history(HouseholdId household, int before, int limit) {
        return database.sql(HISTORY)
                .bind("household", household.value())
                .bind("before", before)
                .bind("limit", limit)
                .map(row -> json.read(text(row, "document"), Line.class))
                .all()
                .collectList();
    }

    /** Those of these homes that refuse visits at present. */
    public Mono<Set<HouseholdId>> refusing(Collection<HouseholdId> homes) {
        return database.sql(REFUSING)
                .bind("households", homes.stream().map(HouseholdId::value).toArray(String[]::new))
                .map(row -> new HouseholdId(text(row, "household")))
                .all()
                .collect(Collectors.toSet());
    }

    /** Homes that stand like this, in the order of their ids. */
    public Mono<Listed> list(
            Collection<PlacePath> communities,
            Collection<PlacePath> places,
            Collection<ConsentState> states,
            String after,
            int limit) {
        return database.sql(LIST)
                .bind("communities", Cards.ids(communities))
                .bind("places", places.stream().map(PlacePath::value).toArray(String[]::new))
                .bind("states", states.stream().map(Enum::name).toArray(String[]::new))
                .bind("after", after)
                .bind("limit", limit)
                .map(row -> json.read(text(row, "document"), InList.class))
                .all()
                .collectList()
                .map(Consents::listed);
    }

    /** @param today by the one clock; means nothing where there are none */
    public record Listed(List<Consent> consents, LocalDate today) {}

    private record InList(Instant now, Row consent) {}

    private static Listed listed(List<InList> found) {
        LocalDate today = found.isEmpty()
                ? LocalDate.EPOCH
                : LocalDate.ofInstant(found.get(0).now(), WorkingCalendar.ZONE);
        return new Listed(
                found.stream().map(one -> one.consent().consent(List.of())).toList(), today);
    }

    /** Keeps what was said with all that follows from it, one statement: SAVED, STALE or SECOND_TRY_MADE. */
    public Mono<String> note(Noting noting) {
        return database.sql("SELECT visit_consent_note(:document::jsonb) AS said")
                .bind("document", json.write(noting))
                .map(row -> text(row, "said"))
                .one();
    }

    /** Something that was said, as {@code visit_consent_note} takes it. */
    public record Noting(
            After after,
            Event event,
            boolean current,
            @Nullable Kept repeat) {

        /** @param sealed the purpose and the words to it, sealed for {@link #context} */
        public static Noting of(Consent.Noted noted, AccountId by, @Nullable String sealed) {
            Consent before = noted.before();
            boolean same = noted.state() == before.stored();
            int round = noted.current() ? noted.round() : before.round();
            After after = new After(
                    before.household().value(),
                    before.path().value(),
                    noted.state(),
                    same && before.at() != null ? before.at() : noted.saying().at(),
                    same && before.by() != null ? before.by().value() : by.value(),
                    round,
                    before.version() + 1);
            Event event = new Event(
                    noted.saying().at(),
                    by.value(),
                    noted.as(),
                    noted.saying().deed(),
                    noted.saying().way(),
                    noted.from(),
                    noted.to(),
                    noted.round(),
                    noted.saying().deed().isSecondTry(),
                    noted.saying().byItself() || noted.as() == ConsentPart.RESIDENT,
                    sealed);
            return new Noting(after, event, noted.current(), null);
        }

        public Noting answering(Kept repeat) {
            return new Noting(after, event, current, repeat);
        }
    }

    /** What the words to something said are bound to. */
    public static String context(HouseholdId household, int seq) {
        return "visit-consent/" + household + "/" + seq;
    }

    record After(String household, String path, ConsentState state, Instant at, long by, int round, int version) {}

    record Event(
            Instant at,
            long by,
            ConsentPart part,
            ConsentDeed deed,
            ConsentWay way,
            ConsentState fromState,
            ConsentState toState,
            int round,
            boolean secondTry,
            boolean byItself,
            @Nullable String sealed) {}

    /** The answer kept for a repeated request. */
    public record Kept(
            long caller,
            @Nullable String key,
            String fingerprint,
            int status,
            @Nullable String location,
            @Nullable String etag,
            String body) {

        public static Kept of(
                Repeat repeat, int status, @Nullable String location, @Nullable String etag, String body) {
            return new Kept(repeat.caller(), repeat.key(), repeat.fingerprint(), status, location, etag, body);
        }
    }

    private static String text(Readable row, String column) {
        return requireNonNull(row.get(column, String.class));
    }
}
