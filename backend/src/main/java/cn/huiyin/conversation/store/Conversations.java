package cn.huiyin.conversation.store;

import static java.util.Objects.requireNonNull;

import cn.huiyin.conversation.domain.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks as PostgreSQL remembers them: one message of a person at a time, each answered once. */
@Component
public class Conversations {

    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final DatabaseClient database;

    Conversations(DatabaseClient database) {
        this.database = database;
    }

    /** What became of a message that was taken up. */
    public sealed interface Taken {

        /** Answered before. */
        record Answered(String answer) implements Taken {}

        /** An earlier message of the same person, or this one elsewhere, is being answered. */
        record Busy() implements Taken {}

        /** To be answered now. */
        record Yours(Memory memory, Instant now) implements Taken {}
    }

    /** @param lease after this time another may take the message up */
    public Mono<Taken> begin(String person, String message, Duration lease) {
        return database.sql("SELECT conversation_begin($1, $2, make_interval(secs => $3))::text AS taken")
                .bind("$1", person)
                .bind("$2", message)
                .bind("$3", (double) lease.toSeconds())
                .map(row -> taken(requireNonNull(row.get("taken", String.class))))
                .one();
    }

    /** Keeps the answer with what is remembered; the answer that stands, an earlier one where there is one. */
    public Mono<String> end(String person, String message, String answer, Memory memory, Instant forgetAt) {
        return database.sql("SELECT conversation_end($1, $2, $3, $4::jsonb, $5) AS answer")
                .bind("$1", person)
                .bind("$2", message)
                .bind("$3", answer)
                .bind("$4", json.writeValueAsString(memory))
                .bind("$5", forgetAt.atOffset(ZoneOffset.UTC))
                .map(row -> requireNonNull(row.get("answer", String.class)))
                .one();
    }

    /** Hands it back unanswered, so that it can come again. */
    public Mono<Void> release(String person, String message) {
        return database.sql("SELECT conversation_release($1, $2)")
                .bind("$1", person)
                .bind("$2", message)
                .then();
    }

    private Taken taken(String text) {
        JsonNode taken = json.readTree(text);
        return switch (taken.path("state").asString()) {
            case "ANSWERED" -> new Taken.Answered(taken.path("answer").asString());
            case "YOURS" ->
                new Taken.Yours(
                        memory(taken.path("memory")),
                        OffsetDateTime.parse(taken.path("now").asString()).toInstant());
            default -> new Taken.Busy();
        };
    }

    private Memory memory(JsonNode memory) {
        return memory.has("account") ? json.treeToValue(memory, Memory.class) : Memory.blank(0);
    }
}
