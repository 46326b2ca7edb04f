package cn.huiyin.messaging.store;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The calls of today. They are counted where they begin, see {@link Beginning}. */
@Component
public class QuotaRows {

    private final DatabaseClient database;

    public QuotaRows(DatabaseClient database) {
        this.database = database;
    }

    /** Until the day ends in Shanghai, nothing that is not urgent leaves by this channel. */
    public Mono<Void> exhausted(String channel) {
        return database.sql("""
                        INSERT INTO message_quota (channel, day, exhausted)
                        VALUES ($1, (huiyin_now() AT TIME ZONE 'Asia/Shanghai')::date, true)
                            ON CONFLICT (channel, day) DO UPDATE
                           SET exhausted = true
                         WHERE NOT message_quota.exhausted
                        """).bind("$1", channel).then();
    }
}
