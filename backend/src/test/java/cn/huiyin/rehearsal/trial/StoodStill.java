package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * PostgreSQL, then Redis, stands still (SIGSTOP of all its processes) and goes on: the system beneath acknowledges whatever
 * is sent, and nobody answers.
 */
final class StoodStill implements Trial {

    private static final Duration POSTGRES = Duration.ofSeconds(35);
    private static final Duration REDIS = Duration.ofSeconds(6);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);

    /** Who stands still now; whoever ends this program sets them going, for a server that stands still cannot be ended. */
    private final Set<Long> still = ConcurrentHashMap.newKeySet();

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        var back = new ArrayList<Double>();
        try (var town = new Town(folder, 40)) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::goOn));
            town.settle();
            var load = new Load(town, 16, Duration.ofMillis(50)).begin();
            Thread.sleep(3000);
            var stopped = Instant.now();
            back.add(standStill("PostgreSQL", town.ground.postgres.pid(), POSTGRES, load));
            town.trouble(stopped, Instant.now());
            Thread.sleep(3000);
            back.add(standStill("Redis", town.ground.redis.pid(), REDIS, load));
            Thread.sleep(2000);
            load.end(Duration.ofSeconds(60));
            Kept.judge(town, load, oracle);
            oracle.count("answered 503 for PostgreSQL", load.answers("503 STORE_AWAY") + load.answers("503 TOO_SLOW"));
            oracle.count("answered 503 for Redis", load.answers("503 SESSIONS_AWAY"));
            Kept.judgeWaiting(town, load, oracle);
            var longest = Figures.of(back).at(1);
            oracle.note("serving again after at most", "%.1f s".formatted(longest));
            oracle.insist(longest < BACK_WITHIN.toSeconds(), "it did not serve again by itself");
        }
        return Finding.of(
                "PostgreSQL stands still for %d s, then Redis for %d (SIGSTOP), while 16 callers file"
                        .formatted(POSTGRES.toSeconds(), REDIS.toSeconds()),
                oracle);
    }

    /** How long after it went on the next ticket was acknowledged, in seconds. */
    private double standStill(String who, long pid, Duration time, Load load) throws IOException, InterruptedException {
        say("%,d tickets filed; %s stands still for %d s".formatted(load.filed().size(), who, time.toSeconds()));
        var processes = all(pid);
        still.addAll(processes);
        signal("-STOP", processes);
        Thread.sleep(time.toMillis());
        goOn();
        var back = load.nextAfter(Instant.now(), BACK_WITHIN).toMillis() / 1000.0;
        say("the next ticket is acknowledged %.1f s after".formatted(back));
        return back;
    }

    private List<Long> all(long pid) {
        var processes = new ArrayList<Long>();
        ProcessHandle.of(pid).ifPresent(first -> {
            processes.add(pid);
            first.descendants().map(ProcessHandle::pid).forEach(processes::add);
        });
        return processes;
    }

    private void signal(String which, List<Long> processes) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", which));
        processes.stream().map(String::valueOf).forEach(command::add);
        Shell.succeeds(command.toArray(String[]::new));
    }

    private void goOn() {
        try {
            signal("-CONT", List.copyOf(still));
            still.clear();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
