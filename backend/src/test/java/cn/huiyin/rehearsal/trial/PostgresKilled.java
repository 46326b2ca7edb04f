package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Random;

/** PostgreSQL dies again and again (SIGKILL of the postmaster) and is started anew half a second later. */
final class PostgresKilled implements Trial {

    private static final int KILLS = 10;
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        var chance = new Random(20261128);
        var back = new ArrayList<Double>();
        try (var town = new Town(folder, 40)) {
            town.settle();
            var load = new Load(town, 16, Duration.ofMillis(20)).begin();
            for (int kill = 1; kill <= KILLS; kill++) {
                Thread.sleep(1500 + chance.nextInt(2500));
                var died = Instant.now();
                town.ground.postgres.kill();
                Thread.sleep(500);
                town.ground.postgres.restart();
                var begun = Instant.now();
                town.trouble(died, begun);
                back.add(load.nextAfter(begun, BACK_WITHIN).toMillis() / 1000.0);
                say("kill %d of %d: the next ticket is acknowledged %.1f s after PostgreSQL is back, %,d so far"
                        .formatted(
                                kill,
                                KILLS,
                                back.get(back.size() - 1),
                                load.filed().size()));
            }
            Thread.sleep(3000);
            load.end(Duration.ofSeconds(30));
            Kept.judge(town, load, oracle);
            var longest = Figures.of(back).at(1);
            oracle.note("serving again after at most", "%.1f s".formatted(longest));
            oracle.insist(longest < BACK_WITHIN.toSeconds(), "it did not serve again by itself");
        }
        return Finding.of("PostgreSQL killed × " + KILLS + " (SIGKILL) while 16 callers file", oracle);
    }
}
