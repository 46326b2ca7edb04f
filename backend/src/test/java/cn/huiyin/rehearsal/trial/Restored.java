package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;

/** A backup while tickets are filed, proved and restored by {@code infra/backup}: what was acknowledged before it is in it. */
final class Restored implements Trial {

    private static final String DEED =
            "a backup under load (`infra/backup/backup`), proved (`prove`) and restored beside (`restore`)";

    @Override
    public Finding run(Path folder) throws Exception {
        var scripts = System.getenv("HUIYIN_BACKUP_SCRIPTS");
        if (System.getenv("HUIYIN_POSTGRES_HOME") == null || scripts == null || !Shell.has("pg_dump")) {
            return Finding.notRun(
                    DEED, "needs Debian's postgresql and postgresql-client, for the bundle has no pg_dump");
        }
        var oracle = new Oracle();
        try (var town = new Town(folder, 20)) {
            town.settle();
            var load = new Load(town, 6, Duration.ofMillis(50)).begin();
            Thread.sleep(8000);
            var before = load.filed().stream().map(Load.Filed::no).toList();
            var environment = environment(town, folder);
            must(Shell.run(environment, scripts + "/backup"), folder.resolve("backup.txt"));
            say("backed up while %,d tickets were filed".formatted(load.filed().size()));
            var proof = Shell.run(environment, scripts + "/prove");
            Files.writeString(folder.resolve("prove.txt"), proof.said());
            must(
                    Shell.run(
                            environment,
                            scripts + "/restore",
                            folder.resolve("backups/newest").toRealPath().toString(),
                            "again"),
                    folder.resolve("restore.txt"));
            load.end(Duration.ofSeconds(30));
            var restored = restored(town);
            Kept.judge(town, load, oracle);
            oracle.count(
                    "tables equal",
                    proof.said().lines().filter(line -> line.endsWith(" equal")).count());
            oracle.count("acknowledged before the backup", before.size());
            oracle.none(
                    "of these not restored",
                    before.stream().filter(no -> !restored.contains(no)).toList());
            oracle.insist(proof.exit() == 0, "prove: " + proof.said());
        }
        return Finding.of(DEED, oracle);
    }

    private static Map<String, String> environment(Town town, Path folder) throws IOException {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(town.ground.postgres.port()),
                "PGUSER", "postgres",
                "HUIYIN_OWNER", "postgres",
                "HUIYIN_DATABASE", "huiyin",
                "HUIYIN_BACKUPS",
                        Files.createDirectories(folder.resolve("backups")).toString(),
                "HUIYIN_MEDIA", folder.resolve("ground/media").toString());
    }

    private static void must(Shell.Said outcome, Path told) throws IOException {
        Files.writeString(told, outcome.said());
        if (outcome.exit() != 0) {
            throw new IOException(outcome.said());
        }
    }

    private static HashSet<String> restored(Town town) throws Exception {
        var all = new HashSet<String>();
        try (var database = DriverManager.getConnection(town.ground.postgres.jdbcUrl("again"));
                var rows = database.createStatement().executeQuery("SELECT no FROM ticket")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
