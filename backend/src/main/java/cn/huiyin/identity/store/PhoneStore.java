package cn.huiyin.identity.store;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Phone numbers, sealed at rest and found by a blind index. One number belongs to one account. */
@Repository
public class PhoneStore {

    /** Tries against somebody who does the same at the same time. */
    private static final int TRIES = 5;

    private final DatabaseClient db;
    private final Vault vault;

    public PhoneStore(DatabaseClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    public Mono<AccountId> holder(PhoneNumber phone) {
        return db.sql("SELECT id FROM account WHERE phone_index = $1")
                .bind(0, index(phone))
                .map(row -> Sql.id(row, "id"))
                .one();
    }

    /** Who has this number; somebody new is recorded. */
    public Mono<AccountId> residentWith(PhoneNumber phone, @Nullable String name) {
        return holder(phone)
                .switchIfEmpty(Mono.defer(() -> nextId().flatMap(id -> record(id, phone, name))))
                .repeatWhenEmpty(TRIES, lost -> lost);
    }

    /**
     * Gives an account the number that WeChat vouches for. Whoever had it before loses it; where that was a mere record
     * by staff, it is the same person, and the record points to this account from now on.
     */
    public Mono<Void> bind(AccountId id, PhoneNumber phone) {
        return db.sql("""
                        WITH before AS (
                            UPDATE account
                               SET phone_sealed = NULL,
                                   phone_index = NULL,
                                   merged_into = CASE WHEN miniapp_openid IS NULL THEN $1 END
                             WHERE phone_index = $3 AND id <> $1
                            RETURNING id)
                        UPDATE account
                           SET phone_sealed = $2, phone_index = $3
                         WHERE id = $1 AND (SELECT count(*) FROM before) >= 0
                        """)
                .bind(0, id.value())
                .bind(1, vault.seal(phone.digits(), context(id)).value())
                .bind(2, index(phone))
                .then()
                .retryWhen(Retry.max(TRIES).filter(DuplicateKeyException.class::isInstance));
    }

    /** For its owner. */
    public Mono<PhoneNumber> read(AccountId id) {
        return db.sql("SELECT phone_sealed FROM account WHERE id = $1 AND phone_sealed IS NOT NULL")
                .bind(0, id.value())
                .map(row -> open(id, Sql.string(row, "phone_sealed")))
                .one();
    }

    /** For somebody else, who leaves a trace in the statement that hands it out. */
    public Mono<PhoneNumber> read(AccountId whose, AccountId reader, String why) {
        return db.sql("""
                        SELECT now.id, now.phone_sealed,
                               audit_append('PHONE_READ', $2, 'account/' || now.id,
                                            jsonb_build_object('why', $3::text)::text) IS NULL AS kept
                          FROM account asked
                          JOIN account now ON now.id = coalesce(asked.merged_into, asked.id)
                         WHERE asked.id = $1 AND now.phone_sealed IS NOT NULL
                        """)
                .bind(0, whose.value())
                .bind(1, reader.value())
                .bind(2, why)
                .map(row -> open(Sql.id(row, "id"), Sql.string(row, "phone_sealed")))
                .one();
    }

    private Mono<AccountId> nextId() {
        return db.sql("SELECT nextval(pg_get_serial_sequence('account', 'id')) AS id")
                .map(row -> Sql.id(row, "id"))
                .one();
    }

    private Mono<AccountId> record(AccountId id, PhoneNumber phone, @Nullable String name) {
        return db.sql("""
                        INSERT INTO account (id, display_name, phone_sealed, phone_index)
                        VALUES ($1, coalesce($2, '居民' || right($1::text, 4)), $3, $4)
                            ON CONFLICT (phone_index) DO NOTHING
                        RETURNING id
                        """)
                .bind(0, id.value())
                .bind(1, Sql.text(name))
                .bind(2, vault.seal(phone.digits(), context(id)).value())
                .bind(3, index(phone))
                .map(row -> Sql.id(row, "id"))
                .one();
    }

    private String index(PhoneNumber phone) {
        return vault.blindIndex(phone.digits(), "account/phone");
    }

    private PhoneNumber open(AccountId id, String sealed) {
        return new PhoneNumber(Objects.requireNonNull(vault.open(new Sealed(sealed), context(id))));
    }

    private static String context(AccountId id) {
        return "account/" + id + "/phone";
    }
}
