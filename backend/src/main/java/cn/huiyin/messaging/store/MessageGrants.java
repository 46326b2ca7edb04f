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
                INSERT INTO message_grant AS g (account, template_id, remaining, last_answer, reported, confirmed, told_at)
                SELECT $1, template_id, accept, answer, accept * (NOT $7)::integer, accept * $7::integer, huiyin_now()
                  FROM (SELECT template_id, answer, (answer = 'accept')::integer AS accept
                          FROM said) AS told
                    ON CONFLICT (account, template_id) DO UPDATE
                   SET remaining = least(g.remaining - greatest(g.reported, g.confirmed)
                           + greatest(grants_told(g.reported, g.confirmed, g.told_at) + excluded.reported,
                                      grants_told(g.confirmed, g.reported, g.told_at) + excluded.confirmed), $4),
                       reported = grants_told(g.reported, g.confirmed, g.told_at) + excluded.reported,
                       confirmed = grants_told(g.confirmed, g.reported, g.told_at) + excluded.confirmed,
                       told_at = CASE WHEN excluded.reported + excluded.confirmed > 0
                                      THEN huiyin_now()
                                      ELSE g.told_at END,
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

    private static final String CHANGED = """
            WITH changed AS (
                UPDATE message_grant
                   SET remaining = CASE $3 WHEN 'reject' THEN 0 ELSE remaining END,
                       last_answer = $3,
                       changed_at = huiyin_now()
                 WHERE account = $1
                   AND template_id = $2)
            SELECT idempotency_keep($1, $4, $5, 200, NULL, NULL, '{}')
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

    /** Who told of an accept. */
    public enum Teller {
        /** The mini-program's page. */
        PAGE,
        WECHAT
    }

    /**
     * Counts one more for each accept that the other side has not told of already, and keeps the answer for a repeated
     * request.
     */
    public Mono<Answer> answered(Map<String, String> answers, Teller by, Repeat repeat) {
        var ids = answers.keySet().stream().sorted().toList();
        var statement = database.sql(ANSWERED)
                .bind("$1", repeat.caller())
                .bind("$2", ids.toArray(String[]::new))
                .bind("$3", ids.stream().map(answers::get).toArray(String[]::new))
                .bind("$4", MOST)
                .bind("$6", repeat.fingerprint())
                .bind("$7", by == Teller.WECHAT);
        var key = repeat.key();
        return (key == null ? statement.bindNull("$5", String.class) : statement.bind("$5", key))
                .map(row -> new Answer(200, null, null, Objects.requireNonNull(row.get("body", String.class))))
                .one();
    }

    /** A reject voids all that was granted. */
    public Mono<Answer> changed(String templateId, String answer, Repeat repeat) {
        return database.sql(CHANGED)
                .bind("$1", repeat.caller())
                .bind("$2", templateId)
                .bind("$3", answer)
                .bind("$4", Objects.requireNonNull(repeat.key()))
                .bind("$5", repeat.fingerprint())
                .map(row -> new Answer(200, null, null, "{}"))
                .one();
    }

    /** How many grants the page and WeChat do not tell alike of; counts no further than 10,000. */
    public Mono<Long> differing() {
        return database.sql("""
                        SELECT count(*) AS differing
                          FROM (SELECT 1
                                  FROM message_grant
                                 WHERE reported <> confirmed
                                 LIMIT 10000) AS differing
                        """)
                .map(row -> Objects.requireNonNull(row.get("differing", Long.class)))
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
