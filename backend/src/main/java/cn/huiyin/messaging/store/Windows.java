package cn.huiyin.messaging.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Until when, and how often still, the official account may write to a person. */
@Component
public class Windows {

    private final DatabaseClient database;

    public Windows(DatabaseClient database) {
        this.database = database;
    }

    /** They wrote: five answers within 48 hours. */
    public Mono<Void> wrote(String mpOpenid) {
        return database.sql("""
                        INSERT INTO service_window (mp_openid, wrote_until, wrote_left)
                        VALUES ($1, huiyin_now() + interval '48 hours', 5)
                            ON CONFLICT (mp_openid) DO UPDATE
                           SET wrote_until = excluded.wrote_until,
                               wrote_left = excluded.wrote_left
                        """).bind("$1", mpOpenid).then();
    }

    /** They tapped, followed or scanned: three within a minute. */
    public Mono<Void> tapped(String mpOpenid) {
        return database.sql("""
                        INSERT INTO service_window (mp_openid, tapped_until, tapped_left)
                        VALUES ($1, huiyin_now() + interval '1 minute', 3)
                            ON CONFLICT (mp_openid) DO UPDATE
                           SET tapped_until = excluded.tapped_until,
                               tapped_left = excluded.tapped_left
                        """).bind("$1", mpOpenid).then();
    }

    /** Takes one, the short-lived first; says whether there was one. */
    public Mono<Boolean> spend(String mpOpenid) {
        return database.sql("""
                        UPDATE service_window
                           SET tapped_left = tapped_left
                                   - (tapped_until > huiyin_now() AND tapped_left > 0)::integer,
                               wrote_left = wrote_left
                                   - (NOT (tapped_until > huiyin_now() AND tapped_left > 0))::integer
                         WHERE mp_openid = $1
                           AND (tapped_until > huiyin_now() AND tapped_left > 0
                                OR wrote_until > huiyin_now() AND wrote_left > 0)
                        """).bind("$1", mpOpenid).fetch().rowsUpdated().map(rows -> rows > 0);
    }

    /** The platform says that it is closed. */
    public Mono<Void> closed(String mpOpenid) {
        return database.sql("""
                        UPDATE service_window
                           SET wrote_left = 0,
                               tapped_left = 0
                         WHERE mp_openid = $1
                        """).bind("$1", mpOpenid).then();
    }
}
