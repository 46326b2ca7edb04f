package cn.huiyin.identity.store;

import cn.huiyin.identity.Account;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.spi.WechatIdentity;
import io.r2dbc.spi.Readable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Accounts and their posts. */
@Repository
public class AccountStore {

    private static final String ACCOUNT = """
            SELECT a.id, a.display_name, a.unionid, a.posts_version,
                   coalesce((SELECT jsonb_agg(jsonb_build_object('role', p.role, 'place', p.place_path, 'unit', p.unit_id)
                                              ORDER BY p.role, p.place_path, p.unit_id)
                               FROM account_post p
                              WHERE p.account_id = a.id), '[]')::text AS posts
              FROM account a
            """;

    private final DatabaseClient db;

    public AccountStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Account> find(AccountId id) {
        return db.sql(ACCOUNT + " WHERE a.id = $1")
                .bind(0, id.value())
                .map(AccountStore::account)
                .one();
    }

    public Mono<Account> find(String miniappOpenid) {
        return db.sql(ACCOUNT + " WHERE a.miniapp_openid = $1")
                .bind(0, miniappOpenid)
                .map(AccountStore::account)
                .one();
    }

    /** The account behind a follower of the official account; empty until the two identities have met. */
    public Mono<Account> findFollower(String mpOpenid) {
        return db.sql(ACCOUNT + """
                          JOIN official_account_follower f ON f.unionid = a.unionid
                         WHERE f.mp_openid = $1
                           AND a.merged_into IS NULL
                         ORDER BY a.id
                         LIMIT 1
                        """)
                .bind(0, mpOpenid)
                .map(AccountStore::account)
                .one();
    }

    /** Creates the account of somebody new. However many do so at once, there is one. */
    public Mono<Void> enrol(WechatIdentity person) {
        return db.sql("""
                        INSERT INTO account (id, display_name, miniapp_openid, unionid)
                        SELECT fresh, '居民' || right(fresh::text, 4), $1, $2
                          FROM nextval(pg_get_serial_sequence('account', 'id')) AS fresh
                            ON CONFLICT (miniapp_openid)
                            DO UPDATE SET unionid = coalesce(excluded.unionid, account.unionid)
                        """)
                .bind(0, person.openid())
                .bind(1, Sql.text(person.unionid()))
                .then();
    }

    /** Makes this account an administrator of everything, if it is not one yet. */
    public Mono<Void> crown(AccountId id) {
        return db.sql("""
                        WITH crowned AS (
                            INSERT INTO account_post (account_id, role, place_path)
                            VALUES ($1, 'ADMIN', '/')
                                ON CONFLICT DO NOTHING
                            RETURNING account_id)
                        UPDATE account
                           SET posts_version = posts_version + 1
                          FROM crowned
                         WHERE account.id = crowned.account_id
                        """).bind(0, id.value()).then();
    }

    /** Keeps in the audit chain that somebody was looked up. */
    public Mono<Void> noteLook(AccountId whose, AccountId by) {
        return db.sql("SELECT audit_append('ACCOUNT_LOOKED_UP', $1, $2, '{}')")
                .bind(0, by.value())
                .bind(1, "account/" + whose)
                .then();
    }

    private static Account account(Readable row) {
        return new Account(
                Sql.id(row, "id"),
                Sql.string(row, "display_name"),
                row.get("unionid", String.class),
                PostsJson.posts(Sql.string(row, "posts")),
                Sql.number(row, "posts_version"));
    }
}
