package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * PostgreSQL runs in a network of its own; for a minute its cable is pulled, so that packets vanish without a word, and put
 * in again.
 */
final class NetworkCut implements Trial {

    private static final String DEED =
            "the network between program and PostgreSQL cut for 60 s (a namespace's cable pulled)";
    private static final Duration CUT = Duration.ofSeconds(60);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(60);

    private final String space = "huiyin" + ProcessHandle.current().pid();
    private final String here = "hy" + ProcessHandle.current().pid() % 100_000 + "a";
    private final String there = "hy" + ProcessHandle.current().pid() % 100_000 + "b";
    private final String net = "10.77." + ProcessHandle.current().pid() % 250 + ".";

    @Override
    public Finding run(Path folder) throws Exception {
        if (!Shell.isRoot() || !Shell.has("ip")) {
            return Finding.notRun(DEED, "needs root and iproute2");
        }
        if (!Shell.succeeds("ip", "netns", "add", space)) {
            return Finding.notRun(DEED, "this machine does not allow network namespaces");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::takeAway));
        layCable();
        return cut(folder);
    }

    private void layCable() throws IOException, InterruptedException {
        Shell.must("ip", "link", "add", here, "type", "veth", "peer", "name", there, "netns", space);
        Shell.must("ip", "addr", "add", net + "1/30", "dev", here);
        Shell.must("ip", "link", "set", here, "up");
        Shell.must("ip", "-n", space, "addr", "add", net + "2/30", "dev", there);
        Shell.must("ip", "-n", space, "link", "set", there, "up");
        Shell.must("ip", "-n", space, "link", "set", "lo", "up");
    }

    private void takeAway() {
        try {
            Shell.succeeds("ip", "link", "del", here);
            Shell.succeeds("ip", "netns", "del", space);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Finding cut(Path folder) throws Exception {
        var oracle = new Oracle();
        try (var town = new Town(folder, 40, List.of("ip", "netns", "exec", space), net + "2")) {
            town.settle();
            var load = new Load(town, 16, Duration.ofMillis(50)).begin();
            Thread.sleep(5000);
            var before = load.filed().size();
            say("%,d tickets filed; the cable is pulled for %d s".formatted(before, CUT.toSeconds()));
            Shell.must("ip", "-n", space, "link", "set", there, "down");
            var pulled = Instant.now();
            Thread.sleep(CUT.toMillis());
            town.trouble(pulled, Instant.now());
            Shell.must("ip", "-n", space, "link", "set", there, "up");
            var back = load.nextAfter(Instant.now(), BACK_WITHIN);
            say("the next ticket is acknowledged %.1f s after".formatted(back.toMillis() / 1000.0));
            Thread.sleep(5000);
            load.end(Duration.ofSeconds(60));
            Kept.judge(town, load, oracle);
            oracle.count("answered 503 meanwhile", load.answers("503 STORE_AWAY") + load.answers("503 TOO_SLOW"));
            Kept.judgeWaiting(town, load, oracle);
            oracle.note("serving again after", "%.1f s".formatted(back.toMillis() / 1000.0));
            oracle.insist(back.compareTo(BACK_WITHIN) < 0, "it did not serve again by itself");
        }
        return Finding.of(DEED, oracle);
    }
}
