package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Hands;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tasks for humans, as far as they are in somebody's hands. */
@Component
public class Todos {

    /** Given to the person, or to a role that the person holds over the place. Paths end in /, and 0 follows it. */
    private static final String MINE = """
            WITH mine AS (
                SELECT id
                  FROM todo
                 WHERE assignees @> ARRAY[$1::bigint]
                   AND state = $2
                 UNION
                SELECT t.id
                  FROM unnest($3::text[], $4::text[]) AS post (role, place)
                  JOIN todo AS t
                    ON t.role = post.role
                   AND t.state = $2
                   AND t.place >= post.place
                   AND t.place < left(post.place, -1) || '0')
            """;

    private static final String PAGE = MINE + """
            SELECT id, occasion, subject_kind, subject_id, sentence, page, state, note, created_at, finished_at
              FROM todo
             WHERE id IN (SELECT id FROM mine)
               AND id < $5
             ORDER BY id DESC
             LIMIT $6
            """;

    private static final String DONE = MINE + """
            UPDATE todo
               SET state = 'DONE',
                   note = $6,
                   done_by = $1,
                   finished_at = huiyin_now()
             WHERE id = $5
               AND id IN (SELECT id FROM mine)
               AND state = 'OPEN'
            RETURNING id, occasion, subject_kind, subject_id, sentence, page, state, note, created_at, finished_at
            """;

    private final DatabaseClient database;

    public Todos(DatabaseClient database) {
        this.database = database;
    }

    /** The newest first, from below {@code before} on. */
    public Mono<List<Todo>> page(Hands hands, String state, long before, int size) {
        return of(database.sql(PAGE), hands, state)
                .bind("$5", before)
                .bind("$6", (long) size)
                .map(Todos::todo)
                .all()
                .collectList();
    }

    /** Nothing where there is no such open task in these hands. */
    public Mono<Todo> done(Hands hands, long id, String note) {
        return of(database.sql(DONE), hands, "OPEN")
                .bind("$5", id)
                .bind("$6", note)
                .map(Todos::todo)
                .one();
    }

    private static GenericExecuteSpec of(GenericExecuteSpec statement, Hands hands, String state) {
        return statement
                .bind("$1", hands.account())
                .bind("$2", state)
                .bind("$3", hands.roles().toArray(String[]::new))
                .bind("$4", hands.places().toArray(String[]::new));
    }

    private static Todo todo(Readable row) {
        return new Todo(
                Objects.requireNonNull(row.get("id", Long.class)).toString(),
                text(row, "occasion"),
                text(row, "subject_kind"),
                text(row, "subject_id"),
                text(row, "sentence"),
                text(row, "page"),
                text(row, "state"),
                row.get("note", String.class),
                Objects.requireNonNull(instant(row, "created_at")),
                instant(row, "finished_at"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static @Nullable Instant instant(Readable row, String column) {
        var at = row.get(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A task as it is shown. */
    public record Todo(
            String id,
            String occasion,
            String subjectKind,
            String subjectId,
            String sentence,
            String page,
            String state,
            @Nullable String note,
            Instant createdAt,
            @Nullable Instant finishedAt) {}
}
