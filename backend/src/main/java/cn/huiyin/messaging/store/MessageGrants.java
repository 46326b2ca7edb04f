package cn.huiyin.messaging.store;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger of one-time grants. Spending and giving back are part of a message's {@link Steps}. */
@Component
public class MessageGrants {

    /** More are not counted; nobody needs them, and a count has to end somewhere. */
    private static final int MOST = 1000;

    private static final String ANSWERED = """
            WITH said AS (
                SELECT template_id, answer
                  FROM unnest($2::text[], $3::text[]) AS said (template_id, answer)),
            counted AS (
                INSERT INTO message_grant AS g (account, template_id, remaining, last_answer)
                SELECT $1, template_id, (answer = 'accept')::integer, answer
                  FROM said
                    ON CONFLICT (account, template_id) DO UPDATE
                   SET remaining = least(g.remaining + excluded.remaining, $4),
                       last_answer = excluded.last_answer,
                       changed_at = huiyin_now()
                RETURNING template_id, remaining, last_answer),
            answer AS (
                SELECT json_build_object('items', json_agg(json_build_object(
                           'templateId', template_id,
                           'remaining', remaining,
                           'lastAnswer', last_answer) ORDER BY template_id))::text AS body
                  FROM counted)
            SELECT body, idempotency_keep($1, $5, $6, 200, NULL, NULL, body)
              FROM answer
            """;

    private static final String LEDGER = """
            SELECT json_build_object('items', coalesce(json_agg(json_build_object(
                       'templateId', template_id,
                       'remaining', remaining,
                       'lastAnswer', last_answer) ORDER BY template_id), '[]'))::text AS body
              FROM (SELECT template_id, remaining, last_answer
                      FROM message_grant
                     WHERE account = $1
                     ORDER BY template_id
                     LIMIT 100) AS mine
            """;

    private final DatabaseClient database;

    public MessageGrants(DatabaseClient database) {
        this.database = database;
    }

    /** Counts one more for each accept, and keeps the answer for a repeated request. */
    public Mono<Answer> answered(Map<String, String> answers, Repeat repeat) {
        var ids = answers.keySet().stream().sorted().toList();
        var statement = database.sql(ANSWERED)
                .bind("$1", repeat.caller())
                .bind("$2", ids.toArray(String[]::new))
                .bind("$3", ids.stream().map(answers::get).toArray(String[]::new))
                .bind("$4", MOST)
                .bind("$6", repeat.fingerprint());
        var key = repeat.key();
        return (key == null ? statement.bindNull("$5", String.class) : statement.bind("$5", key))
                .map(row -> new Answer(200, null, null, Objects.requireNonNull(row.get("body", String.class))))
                .one();
    }

    /** JSON, as it is shown. */
    public Mono<String> ledger(long account) {
        return database.sql(LEDGER)
                .bind("$1", account)
                .map(row -> Objects.requireNonNull(row.get("body", String.class)))
                .one();
    }
}
