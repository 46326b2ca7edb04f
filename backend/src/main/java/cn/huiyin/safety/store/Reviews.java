package cn.huiyin.safety.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.ContentKind;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Content as those see it who decide about it. */
@Component
public class Reviews {

    /** What a human may still decide; on the rest there is a last word. */
    private static final Set<CheckState> OPEN = EnumSet.of(CheckState.PENDING, CheckState.HELD, CheckState.HUMAN);

    private static final String ITEM = """
            c.id, c.street, c.place, c.subject_kind, c.subject_id, c.part, c.author, c.by_staff, c.words, c.media, c.state,
                   c.suggest, c.label, c.why, c.decided_by, c.note, c.version, c.created_at, c.finished_at
            """;

    private static final String ONE = "SELECT " + ITEM + " FROM content_check c WHERE c.id = $1";

    /** The newest of each state and place, by the index on these; a place's path ends in /, and 0 follows it. */
    private static final String PAGE = "SELECT " + ITEM + """
              FROM (SELECT DISTINCT found.id
                      FROM unnest($1::text[]) AS wanted (state)
                     CROSS JOIN unnest($2::text[]) AS post (place)
                     CROSS JOIN LATERAL (SELECT id
                                           FROM content_check
                                          WHERE state = wanted.state
                                            AND state <> 'PASSED'
                                            AND place >= post.place
                                            AND place < left(post.place, -1) || '0'
                                            AND id < $3
                                          ORDER BY id DESC
                                          LIMIT $4) AS found
                     ORDER BY found.id DESC
                     LIMIT $4) AS page
              JOIN content_check c USING (id)
             ORDER BY c.id DESC
            """;

    private static final String DECIDE = """
            WITH decided AS (
                UPDATE content_check
                   SET state = $3,
                       decided_by = $4,
                       note = $5,
                       version = version + 1,
                       finished_at = huiyin_now()
                 WHERE id = $1
                   AND version = $2
                   AND state IN ('PENDING', 'HELD', 'HUMAN')
                RETURNING id, media, subject_kind, subject_id, part)
            SELECT CASE WHEN media IS NOT NULL THEN media_hide(media, $3 = 'REFUSED') END AS hidden,
                   outbox_withdraw('content', id::text, 'content/' || id || '/', $3) AS withdrawn,
                   outbox_append($6::jsonb) AS told,
                   audit_append(
                       'CONTENT_' || $3, $4, 'content-check/' || id,
                       json_build_object('of', subject_kind || '/' || subject_id, 'part', part)::text) AS kept
              FROM decided
            """;

    private final DatabaseClient database;
    private final Outbox outbox;

    public Reviews(DatabaseClient database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    public Mono<Item> find(long id) {
        return database.sql(ONE).bind("$1", id).map(Reviews::item).one();
    }

    /** The newest first, from below {@code before} on; within these places. */
    public Mono<List<Item>> page(Set<CheckState> states, Collection<String> places, long before, int size) {
        return database.sql(PAGE)
                .bind("$1", states.stream().map(CheckState::name).toArray(String[]::new))
                .bind("$2", places.toArray(String[]::new))
                .bind("$3", before)
                .bind("$4", (long) size)
                .map(Reviews::item)
                .all()
                .collectList();
    }

    /** Writes a human's decision into the audit chain too; false where it is not the version that was looked at. */
    public Mono<Boolean> decide(Item item, CheckState as, long by, @Nullable String note, List<Notice> notices) {
        return Mono.fromSupplier(() -> outbox.json(notices))
                .flatMap(told -> database.sql(DECIDE)
                        .bind("$1", item.id())
                        .bind("$2", item.version())
                        .bind("$3", as.name())
                        .bind("$4", by)
                        .bind("$5", Parameters.in(R2dbcType.VARCHAR, note))
                        .bind("$6", told)
                        .map(row -> true)
                        .one()
                        .defaultIfEmpty(false));
    }

    /** A check as it stands. */
    public record Item(
            long id,
            String street,
            String place,
            String subjectKind,
            String subjectId,
            String part,
            long author,
            boolean byStaff,
            @Nullable String words,
            @Nullable String media,
            CheckState state,
            @Nullable String suggest,
            @Nullable Integer label,
            @Nullable String why,
            @Nullable Long decidedBy,
            @Nullable String note,
            int version,
            Instant createdAt,
            @Nullable Instant finishedAt) {

        public boolean isOpen() {
            return OPEN.contains(state);
        }

        public ContentKind kind() {
            return media == null ? ContentKind.TEXT : ContentKind.MEDIA;
        }
    }

    private static Item item(Readable row) {
        return new Item(
                of(row, "id", Long.class),
                of(row, "street", String.class),
                of(row, "place", String.class),
                of(row, "subject_kind", String.class),
                of(row, "subject_id", String.class),
                of(row, "part", String.class),
                of(row, "author", Long.class),
                of(row, "by_staff", Boolean.class),
                row.get("words", String.class),
                row.get("media", String.class),
                CheckState.valueOf(of(row, "state", String.class)),
                row.get("suggest", String.class),
                row.get("label", Integer.class),
                row.get("why", String.class),
                row.get("decided_by", Long.class),
                row.get("note", String.class),
                of(row, "version", Integer.class),
                of(row, "created_at", OffsetDateTime.class).toInstant(),
                instant(row.get("finished_at", OffsetDateTime.class)));
    }

    private static <T> T of(Readable row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
