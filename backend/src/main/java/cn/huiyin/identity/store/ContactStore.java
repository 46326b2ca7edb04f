package cn.huiyin.identity.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Contact;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** By which openids people are reached. */
@Repository
public class ContactStore {

    private final DatabaseClient db;

    public ContactStore(DatabaseClient db) {
        this.db = db;
    }

    public Flux<Contact> find(Collection<AccountId> ids) {
        return db.sql("""
                        SELECT asked.id, now.display_name, now.miniapp_openid, follower.mp_openid
                          FROM account asked
                          JOIN account now ON now.id = coalesce(asked.merged_into, asked.id)
                          LEFT JOIN official_account_follower follower ON follower.unionid = now.unionid
                         WHERE asked.id = ANY($1)
                        """)
                .bind(0, ids.stream().map(AccountId::value).toArray(Long[]::new))
                .map(row -> new Contact(
                        Sql.id(row, "id"),
                        Sql.string(row, "display_name"),
                        row.get("miniapp_openid", String.class),
                        row.get("mp_openid", String.class)))
                .all();
    }

    /** Somebody who comes back under another openid, as after the account changed owners, takes their unionid along. */
    public Mono<Void> follow(String mpOpenid, @Nullable String unionid) {
        return db.sql("""
                        WITH moved AS (
                            DELETE FROM official_account_follower
                             WHERE unionid = $2 AND mp_openid <> $1
                            RETURNING unionid)
                        INSERT INTO official_account_follower (mp_openid, unionid)
                        SELECT $1, coalesce((SELECT unionid FROM moved), $2)
                            ON CONFLICT (mp_openid)
                            DO UPDATE SET unionid = coalesce(excluded.unionid, official_account_follower.unionid)
                        """).bind(0, mpOpenid).bind(1, Sql.text(unionid)).then();
    }

    public Mono<Boolean> hasMet(String mpOpenid) {
        return db.sql("SELECT unionid IS NOT NULL AS met FROM official_account_follower WHERE mp_openid = $1")
                .bind(0, mpOpenid)
                .map(row -> Boolean.TRUE.equals(row.get("met", Boolean.class)))
                .one()
                .defaultIfEmpty(false);
    }

    public Mono<Void> unfollow(String mpOpenid) {
        return db.sql("DELETE FROM official_account_follower WHERE mp_openid = $1")
                .bind(0, mpOpenid)
                .then();
    }
}
