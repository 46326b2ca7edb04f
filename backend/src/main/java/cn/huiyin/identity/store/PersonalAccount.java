package cn.huiyin.identity.store;

import cn.huiyin.privacy.Sealed;
import cn.huiyin.privacy.Vault;
import cn.huiyin.privacy.spi.PersonalData;
import io.r2dbc.spi.Readable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who somebody is. Goes last in an erasure: what is left is a number that other records may keep. */
@Component
public class PersonalAccount implements PersonalData {

    /** Above 100 nothing is left to know the person by. */
    private static final int LAST = 100;

    private static final String READ = """
            SELECT a.id, a.display_name, a.phone_sealed, shown_time(a.created_at) AS created_at, a.miniapp_openid,
                   h.building_id, h.room, h.state,
                   EXISTS (SELECT FROM official_account_follower f WHERE f.unionid = a.unionid) AS follows
              FROM account a
              LEFT JOIN account_home h ON h.account_id = a.id
             WHERE a.id = :account
            """;

    private static final List<String> ERASURES =
            List.of("""
            DELETE FROM official_account_follower
             WHERE unionid IN (SELECT unionid FROM account WHERE id = ANY (account_ids(:account)))
            """, "DELETE FROM account_home WHERE account_id = ANY (account_ids(:account))", """
            UPDATE account
               SET display_name = '已注销用户', miniapp_openid = NULL, unionid = NULL,
                   phone_sealed = NULL, phone_index = NULL, sessions_stale = true
             WHERE id = ANY (account_ids(:account))
            """);

    private final DatabaseClient database;
    private final Vault vault;

    public PersonalAccount(DatabaseClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    @Override
    public String section() {
        return "account";
    }

    @Override
    public int turn() {
        return LAST;
    }

    @Override
    public Mono<Map<String, Object>> export(long account) {
        return database.sql(READ)
                .bind("account", account)
                .map(row -> document(account, row))
                .one();
    }

    private Map<String, Object> document(long account, Readable row) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", Long.toString(account));
        document.put("displayName", Sql.string(row, "display_name"));
        document.put("createdAt", Sql.string(row, "created_at"));
        put(document, "phone", phone(account, row.get("phone_sealed", String.class)));
        put(document, "wechatOpenid", row.get("miniapp_openid", String.class));
        put(document, "homeBuilding", row.get("building_id", String.class));
        put(document, "homeRoom", row.get("room", String.class));
        put(document, "homeState", row.get("state", String.class));
        document.put("followsOfficialAccount", Boolean.TRUE.equals(row.get("follows", Boolean.class)));
        return document;
    }

    private static void put(Map<String, Object> document, String name, @Nullable String value) {
        if (value != null) {
            document.put(name, value);
        }
    }

    private @Nullable String phone(long account, @Nullable String sealed) {
        return sealed == null ? null : vault.open(new Sealed(sealed), "account/" + account + "/phone");
    }

    @Override
    public Mono<List<String>> erase(long account) {
        return Flux.fromIterable(ERASURES)
                .concatMap(sql -> database.sql(sql).bind("account", account).then())
                .then(Mono.just(List.of("您的微信身份、手机号、住址已经删除，登录已经失效。以后再用微信登录会是一个全新的账号。")));
    }
}
