package cn.huiyin.backup;

import cn.huiyin.background.Loop;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps the gauge {@code huiyin.backup.age} true: seconds since the newest backup, or since there was a house to back up. */
@Component
class BackupWatch extends Loop {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private static final String AGE = """
            SELECT extract(epoch FROM now() - max(made_at))::bigint
              FROM backup_made
            """;

    private final DatabaseClient database;
    private volatile double seconds = Double.NaN;

    BackupWatch(DatabaseClient database, MeterRegistry registry) {
        super("the age of the newest backup could not be asked for", Duration.ZERO, EVERY);
        this.database = database;
        Gauge.builder("huiyin.backup.age", () -> seconds).baseUnit("seconds").register(registry);
    }

    @Override
    protected Mono<?> round() {
        return database.sql(AGE).mapValue(Long.class).one().doOnNext(age -> seconds = age);
    }
}
