package cn.huiyin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** How old the newest backup is, as an operator is told. */
@StoreTest
class BackupWatchTest {

    private static final double AN_HOUR = Duration.ofHours(1).toSeconds();
    private static final double A_DAY = Duration.ofDays(1).toSeconds();

    private final DatabaseClient database;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final BackupWatch watch;

    BackupWatchTest(DatabaseClient database) {
        this.database = database;
        this.watch = new BackupWatch(database, registry);
    }

    @Test
    void beforeTheFirstLookNothingIsSaid() {
        assertThat(age()).isNaN();
    }

    @Test
    void aNewHouseIsAsOldAsItsDatabaseAndTheNewestBackupCounts() {
        assertThat(ageAtALook()).isBetween(0.0, AN_HOUR);

        database.sql("UPDATE backup_made SET made_at = made_at - interval '8 days'")
                .then()
                .block();
        assertThat(ageAtALook()).isBetween(8 * A_DAY, 8 * A_DAY + AN_HOUR);

        made("now() - interval '2 days'");
        made("now() - interval '1 day'");
        made("now() - interval '3 days'");
        assertThat(ageAtALook()).isBetween(A_DAY, A_DAY + AN_HOUR);
    }

    private void made(String at) {
        database.sql("INSERT INTO backup_made (made_at, name) VALUES (" + at + ", 'a folder')")
                .then()
                .block();
    }

    private double ageAtALook() {
        watch.round().block();
        return age();
    }

    private double age() {
        return registry.get("huiyin.backup.age").gauge().value();
    }
}
