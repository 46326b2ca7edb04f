package cn.huiyin.messaging.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The outbox as it is written by those who promise. */
@Component
public class Promises {

    private final DatabaseClient database;

    public Promises(DatabaseClient database) {
        this.database = database;
    }

    /** Says how many of them were new. */
    public Mono<Integer> append(String notices) {
        return database.sql("SELECT outbox_append($1::jsonb) AS kept")
                .bind("$1", notices)
                .map(row -> Objects.requireNonNull(row.get("kept", Integer.class)))
                .one();
    }

    public Mono<Set<String>> known(Collection<String> dedupKeys) {
        return database.sql("""
                        SELECT dedup_key
                          FROM outbox
                         WHERE dedup_key = ANY ($1)
                        """)
                .bind("$1", dedupKeys.toArray(String[]::new))
                .map(row -> Objects.requireNonNull(row.get("dedup_key", String.class)))
                .all()
                .collect(HashSet<String>::new, Set::add)
                .map(known -> known);
    }
}
