package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

/** Redis dies (SIGKILL) and is away for some seconds: nobody is let in meanwhile, and nothing is lost but time. */
final class RedisKilled implements Trial {

    private static final int KILLS = 3;
    private static final Duration AWAY = Duration.ofSeconds(4);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        var back = new ArrayList<Double>();
        try (var town = new Town(folder, 40)) {
            town.settle();
            var load = new Load(town, 16, Duration.ofMillis(20)).begin();
            for (int kill = 1; kill <= KILLS; kill++) {
                Thread.sleep(4000);
                town.ground.redis.kill();
                Thread.sleep(AWAY.toMillis());
                town.ground.redis.restart();
                back.add(load.nextAfter(Instant.now(), BACK_WITHIN).toMillis() / 1000.0);
                say("kill %d of %d: the next ticket is acknowledged %.1f s after Redis is back, %,d so far"
                        .formatted(
                                kill,
                                KILLS,
                                back.get(back.size() - 1),
                                load.filed().size()));
            }
            Thread.sleep(3000);
            load.end(Duration.ofSeconds(30));
            Kept.judge(town, load, oracle);
            oracle.count("answered 503 meanwhile", load.answers("503 SESSIONS_AWAY"));
            oracle.count("sessions cut", load.answers("401 LOGIN_REQUIRED"));
            var longest = Figures.of(back).at(1);
            oracle.note("serving again after at most", "%.1f s".formatted(longest));
            oracle.insist(longest < BACK_WITHIN.toSeconds(), "it did not serve again by itself");
        }
        return Finding.of("Redis killed × " + KILLS + " (SIGKILL), away for " + AWAY.toSeconds() + " s each", oracle);
    }
}
