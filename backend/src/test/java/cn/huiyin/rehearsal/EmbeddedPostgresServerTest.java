package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresServerTest {

    private final Path folder = Folders.temporary("huiyin-postgres-test");
    private EmbeddedPostgresServer postgres;

    @BeforeEach
    void start() {
        postgres = EmbeddedPostgresServer.durable(folder, FreePort.any());
        postgres.execute("CREATE TABLE word (said text)", "INSERT INTO word VALUES ('路灯坏了')");
    }

    @AfterEach
    void stop() {
        postgres.close();
        Folders.delete(folder);
    }

    @Test
    void whatWasAcknowledgedIsThereAfterPostgresWasKilled() {
        kill(postgres.pid());

        try (var watcher = Watcher.over(postgres)) {
            awaitAnother(postgres.pid());
        }

        assertThat(postgres.ask("postgres", "SELECT said FROM word")).isEqualTo("路灯坏了");
    }

    @Test
    void aServerLeftBehindIsStoppedAndItsDataTakenOver() {
        var leftBehind = postgres;

        postgres = EmbeddedPostgresServer.durable(folder, FreePort.any());

        assertThat(leftBehind.isAlive()).isFalse();
        assertThat(postgres.ask("postgres", "SELECT said FROM word")).isEqualTo("路灯坏了");
    }

    @Test
    void nothingStartsOnADatabaseThatMayForget() {
        Durability.insist(postgres, "postgres");

        postgres.execute("ALTER DATABASE postgres SET synchronous_commit = off");

        assertThatThrownBy(() -> Durability.insist(postgres, "postgres"))
                .isInstanceOf(CannotRehearse.class)
                .hasMessageContaining("synchronous_commit is off");
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private void awaitAnother(long killed) {
        while (postgres.pid() == killed) {
            Thread.onSpinWait();
        }
    }
}
