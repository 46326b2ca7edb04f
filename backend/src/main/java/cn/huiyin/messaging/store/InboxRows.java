package cn.huiyin.messaging.store;

import cn.huiyin.messaging.domain.Job;
import cn.huiyin.together.Together;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** In-app messages. */
@Component
public class InboxRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PUT = """
            INSERT INTO inbox (outbox_id, street, account, occasion, subject_kind, subject_id, sentence, page, urgent)
            SELECT o.id, o.street, o.recipient, o.occasion, o.subject_kind, o.subject_id, asked.sentence, asked.page,
                   o.urgent
              FROM jsonb_to_recordset($1::jsonb) AS asked (id bigint, attempts integer, sentence text, page text)
              JOIN outbox AS o ON o.id = asked.id AND o.attempts = asked.attempts
             WHERE o.state = 'WAITING'
             ORDER BY o.id
                ON CONFLICT (outbox_id) DO NOTHING
            """;

    private final DatabaseClient database;
    private final Together<Put, Boolean> put;

    public InboxRows(DatabaseClient database) {
        this.database = database;
        this.put = Together.of("messages.inbox", this::putAll);
    }

    /** Puts it there, once however often it is tried. */
    public Mono<Void> put(Job job, String sentence, String page) {
        return put.ask(new Put(job.id(), job.attempts(), sentence, page)).then();
    }

    private Mono<List<Boolean>> putAll(List<Put> puts) {
        return database.sql(PUT)
                .bind("$1", JSON.writeValueAsString(puts))
                .then()
                .thenReturn(Collections.nCopies(puts.size(), true));
    }

    /** The newest first, from below {@code before} on. */
    public Mono<List<Message>> page(long account, long before, int size, boolean unreadOnly) {
        return database.sql("""
                        SELECT id, occasion, subject_kind, subject_id, sentence, page, urgent, arrived_at, read_at
                          FROM inbox
                         WHERE account = ANY (account_ids($1))
                           AND id < $2
                        """ + (unreadOnly ? "   AND read_at IS NULL\n" : "") + """
                         ORDER BY id DESC
                         LIMIT $3
                        """)
                .bind("$1", account)
                .bind("$2", before)
                .bind("$3", (long) size)
                .map(row -> new Message(
                        Objects.requireNonNull(row.get("id", Long.class)).toString(),
                        text(row.get("occasion", String.class)),
                        text(row.get("subject_kind", String.class)),
                        text(row.get("subject_id", String.class)),
                        text(row.get("sentence", String.class)),
                        text(row.get("page", String.class)),
                        Boolean.TRUE.equals(row.get("urgent", Boolean.class)),
                        Objects.requireNonNull(instant(row.get("arrived_at", OffsetDateTime.class))),
                        instant(row.get("read_at", OffsetDateTime.class))))
                .all()
                .collectList();
    }

    /** Says whether there is such a message; to read it twice changes nothing. */
    public Mono<Boolean> read(long account, long id) {
        return database.sql("""
                        UPDATE inbox
                           SET read_at = coalesce(read_at, huiyin_now())
                         WHERE account = ANY (account_ids($1))
                           AND id = $2
                        """)
                .bind("$1", account)
                .bind("$2", id)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNull(value);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** What is to be in the inbox, as {@link #PUT} reads it. */
    private record Put(long id, int attempts, String sentence, String page) {}

    /** An in-app message as it is shown. */
    public record Message(
            String id,
            String occasion,
            String subjectKind,
            String subjectId,
            String sentence,
            String page,
            boolean urgent,
            Instant arrivedAt,
            @Nullable Instant readAt) {}
}
