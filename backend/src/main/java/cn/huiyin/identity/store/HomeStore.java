package cn.huiyin.identity.store;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Home;
import cn.huiyin.identity.HomeState;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Where residents live. */
@Repository
public class HomeStore {

    private static final String HOME = """
            SELECT h.account_id, a.display_name, h.building_id, h.place_path, h.room, h.state, h.asked_at, h.version
              FROM account_home h
              JOIN account a ON a.id = h.account_id
            """;

    private final DatabaseClient db;

    public HomeStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Home> find(AccountId id) {
        return db.sql(HOME + " WHERE h.account_id = $1")
                .bind(0, id.value())
                .map(HomeStore::home)
                .one();
    }

    /** Whose home in this building is confirmed; at most 500. */
    public Mono<List<Home>> confirmedIn(PlaceId building) {
        return db.sql(HOME + """
                         WHERE h.building_id = $1 AND h.state = 'CONFIRMED'
                         ORDER BY h.account_id
                         LIMIT 500
                        """)
                .bind(0, building.value())
                .map(HomeStore::home)
                .all()
                .collectList();
    }

    /** Says where somebody lives. What was confirmed and is said again stays confirmed. */
    public Mono<Void> ask(AccountId id, PlacePath building, @Nullable String room) {
        return db.sql("""
                        INSERT INTO account_home AS h (account_id, building_id, place_path, street, room, state)
                        VALUES ($1, $2, $3, $4, $5, 'REQUESTED')
                            ON CONFLICT (account_id)
                            DO UPDATE SET building_id = excluded.building_id,
                                          place_path = excluded.place_path,
                                          street = excluded.street,
                                          room = excluded.room,
                                          state = 'REQUESTED',
                                          asked_at = excluded.asked_at,
                                          decided_at = NULL,
                                          decided_by = NULL,
                                          version = h.version + 1
                                    WHERE (h.place_path, h.room) IS DISTINCT FROM (excluded.place_path, excluded.room)
                                       OR h.state = 'REFUSED'
                        """)
                .bind(0, id.value())
                .bind(1, building.last().value())
                .bind(2, building.value())
                .bind(3, building.street().value())
                .bind(4, Sql.text(room))
                .then();
    }

    /** Decides what was asked; false where it is no longer that version or was decided. */
    public Mono<Boolean> decide(AccountId id, int version, HomeState decision, AccountId by) {
        return db.sql("""
                        UPDATE account_home
                           SET state = $3, decided_at = huiyin_now(), decided_by = $4, version = version + 1
                         WHERE account_id = $1 AND version = $2 AND state = 'REQUESTED'
                        """)
                .bind(0, id.value())
                .bind(1, version)
                .bind(2, decision.name())
                .bind(3, by.value())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Oldest first, beginning after {@code (since, last)}. */
    public Mono<List<Home>> page(HomeState state, List<PlacePath> reaches, Instant since, AccountId last, int size) {
        return db.sql(HOME + """
                         WHERE h.street = ANY($1)
                           AND h.state = $2
                           AND (h.asked_at, h.account_id) > ($4, $5)
                           AND EXISTS (SELECT FROM unnest($3) AS reach WHERE starts_with(h.place_path, reach))
                         ORDER BY h.asked_at, h.account_id
                         LIMIT $6
                        """)
                .bind(0, reaches.stream().map(reach -> reach.street().value()).toArray(String[]::new))
                .bind(1, state.name())
                .bind(2, reaches.stream().map(PlacePath::value).toArray(String[]::new))
                .bind(3, since.atOffset(ZoneOffset.UTC))
                .bind(4, last.value())
                .bind(5, size)
                .map(HomeStore::home)
                .all()
                .collectList();
    }

    private static Home home(Readable row) {
        return new Home(
                Sql.id(row, "account_id"),
                Sql.string(row, "display_name"),
                new PlaceId(Sql.string(row, "building_id")),
                new PlacePath(Sql.string(row, "place_path")),
                row.get("room", String.class),
                HomeState.valueOf(Sql.string(row, "state")),
                Sql.instant(row, "asked_at"),
                Sql.number(row, "version"));
    }
}
