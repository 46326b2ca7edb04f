package cn.huiyin.identity.store;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.together.Together;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is trusted with what. */
@Repository
public class PostStore {

    private static final int MOST = 200;

    private static final String IN_UNITS = """
            SELECT asked.n, holder.account_id
              FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (role text, unit text))
                   WITH ORDINALITY AS asked (role, unit, n)
             CROSS JOIN LATERAL (SELECT account_id
                                   FROM account_post
                                  WHERE unit_id = asked.unit AND role = asked.role
                                  GROUP BY account_id
                                  ORDER BY account_id
                                  LIMIT $2) AS holder
             ORDER BY asked.n, holder.account_id
            """;

    private static final String OVER_PLACES = """
            SELECT asked.n, holder.account_id
              FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (role text, reaches text[]))
                   WITH ORDINALITY AS asked (role, reaches, n)
             CROSS JOIN LATERAL (SELECT account_id, max(length(place_path)) AS reach
                                   FROM account_post
                                  WHERE place_path = ANY (asked.reaches) AND role = asked.role
                                  GROUP BY account_id
                                  ORDER BY max(length(place_path)) DESC, account_id
                                  LIMIT $2) AS holder
             ORDER BY asked.n, holder.reach DESC, holder.account_id
            """;

    private final DatabaseClient db;
    private final Together<InUnit, List<AccountId>> inUnits =
            Together.of("staff.in.units", asked -> holders(IN_UNITS, asked));
    private final Together<OverPlace, List<AccountId>> overPlaces =
            Together.of("staff.over.places", asked -> holders(OVER_PLACES, asked));

    public PostStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<List<AccountId>> holders(Role role, UnitId unit) {
        return inUnits.ask(new InUnit(role.name(), unit.value()));
    }

    /** @param reaches the paths that cover the place in question */
    public Mono<List<AccountId>> holders(Role role, List<PlacePath> reaches) {
        return overPlaces.ask(new OverPlace(
                role.name(), reaches.stream().map(PlacePath::value).toList()));
    }

    private <Q> Mono<List<List<AccountId>>> holders(String sql, List<Q> asked) {
        return db.sql(sql)
                .bind(0, PostsJson.questions(asked))
                .bind(1, MOST)
                .map(row -> Map.entry(Objects.requireNonNull(row.get("n", Long.class)), Sql.id(row, "account_id")))
                .all()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())))
                .map(found -> LongStream.rangeClosed(1, asked.size())
                        .mapToObj(n -> found.getOrDefault(n, List.of()))
                        .toList());
    }

    /** @param reaches the paths that cover the place in question; whoever holds the post at the longest of them */
    public Mono<List<AccountId>> nearest(Role role, List<PlacePath> reaches) {
        return db.sql("""
                        SELECT account_id
                          FROM (SELECT account_id, rank() OVER (ORDER BY length(place_path) DESC) AS far
                                  FROM account_post
                                 WHERE place_path = ANY($1) AND role = $2) AS reach
                         WHERE far = 1
                         ORDER BY account_id
                         LIMIT $3
                        """)
                .bind(0, reaches.stream().map(PlacePath::value).toArray(String[]::new))
                .bind(1, role.name())
                .bind(2, MOST)
                .map(row -> Sql.id(row, "account_id"))
                .all()
                .collectList();
    }

    /**
     * Replaces all posts of an account, notes it in the audit chain, and marks its sessions as stale; all in one
     * statement. False where the posts are no longer those of {@code version}.
     */
    public Mono<Boolean> replace(AccountId id, int version, List<Post> posts, AccountId by) {
        return db.sql("""
                        WITH wanted AS (
                            SELECT * FROM jsonb_to_recordset($3::jsonb) AS post (role text, place text, unit text)),
                        target AS (
                            UPDATE account
                               SET posts_version = posts_version + 1, sessions_stale = true
                             WHERE id = $1 AND posts_version = $2
                            RETURNING id),
                        gone AS (
                            DELETE FROM account_post old
                             USING target
                             WHERE old.account_id = target.id
                               AND NOT EXISTS (SELECT FROM wanted
                                                WHERE (wanted.role, wanted.place, wanted.unit)
                                                      IS NOT DISTINCT FROM (old.role, old.place_path, old.unit_id))),
                        come AS (
                            INSERT INTO account_post (account_id, role, place_path, unit_id)
                            SELECT target.id, wanted.role, wanted.place, wanted.unit
                              FROM target, wanted
                                ON CONFLICT DO NOTHING)
                        SELECT audit_append('POSTS_CHANGED', $4, 'account/' || id, $3) IS NULL AS kept
                          FROM target
                        """)
                .bind(0, id.value())
                .bind(1, version)
                .bind(2, PostsJson.write(posts))
                .bind(3, by.value())
                .map(row -> true)
                .one()
                .defaultIfEmpty(false);
    }

    /** Accounts whose sessions still know posts that have changed. */
    public Flux<AccountId> withStaleSessions() {
        return db.sql("SELECT id FROM account WHERE sessions_stale LIMIT $1")
                .bind(0, MOST)
                .map(row -> Sql.id(row, "id"))
                .all();
    }

    public Mono<Integer> version(AccountId id) {
        return db.sql("SELECT posts_version FROM account WHERE id = $1")
                .bind(0, id.value())
                .mapValue(Integer.class)
                .one();
    }

    /** Notes that the sessions are dropped, unless the posts changed once more since {@code version}. */
    public Mono<Void> sessionsDropped(AccountId id, int version) {
        return db.sql("UPDATE account SET sessions_stale = false WHERE id = $1 AND posts_version = $2")
                .bind(0, id.value())
                .bind(1, version)
                .then();
    }

    private record InUnit(String role, String unit) {}

    private record OverPlace(String role, List<String> reaches) {}

    /** Whether somebody holds any post at all. */
    public Mono<Boolean> isHeldBy(AccountId id) {
        return db.sql("SELECT EXISTS (SELECT FROM account_post WHERE account_id = $1) AS held")
                .bind(0, id.value())
                .map(row -> Boolean.TRUE.equals(row.get("held", Boolean.class)))
                .one();
    }
}
