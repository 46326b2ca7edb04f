package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** WeChat is gone, then slow, then answers every call with a page of HTML; those who file must not notice. */
final class WechatIll implements Trial {

    private static final Duration EACH = Duration.ofSeconds(15);
    private static final int SLOW_MILLIS = 4000;
    private static final double SLOWER_AT_MOST = 5;

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        try (var town = new Town(folder, 40)) {
            // What waits for WeChat shall come within this trial.
            town.settings.putAll(Map.of("huiyin.messaging.delivery.ladder", "2s,5s,10s,20s,30s,30s,30s,30s"));
            town.settle();
            var load = new Load(town, 8, Duration.ofMillis(50)).begin();
            var newcomers = new AtomicInteger();
            Thread.sleep(5000);
            load.since();
            var well = phase("well", load);
            town.ground.wechatDies();
            var gone = phase("gone", load);
            var refused = logInAnew(town, newcomers, oracle);
            town.ground.wechatComesBack();
            town.ground.weather(SLOW_MILLIS, 0, 0);
            var slow = phase("slow", load);
            town.ground.weather(0, 0, 0);
            town.ground.wechatShowsPages(502);
            var pages = phase("showing pages of HTML", load);
            refused += logInAnew(town, newcomers, oracle);
            town.ground.wechatShowsPages(0);
            load.end(Duration.ofSeconds(30));
            Kept.judge(town, load, oracle);
            oracle.note(
                    "median of filing while WeChat is well, gone, slow, HTML",
                    "%.0f, %.0f, %.0f, %.0f ms".formatted(well, gone, slow, pages));
            oracle.count("newcomers' logins answered clearly meanwhile", refused);
            oracle.insist(
                    load.filed().size() > 0 && load.answers("no answer") == 0, "requests were left without an answer");
            oracle.insist(
                    Math.max(gone, Math.max(slow, pages)) < Math.max(200, SLOWER_AT_MOST * well),
                    "filing became slow because WeChat was ill");
        }
        return Finding.of(
                "WeChat gone, slow (%d s an answer) and answering HTML, %d s each, while 8 callers file"
                        .formatted(SLOW_MILLIS / 1000, EACH.toSeconds()),
                oracle);
    }

    private static double phase(String how, Load load) throws InterruptedException {
        load.since();
        Thread.sleep(EACH.toMillis());
        var figures = load.since();
        say("WeChat is %s: %,d tickets filed, median %.0f ms".formatted(how, figures.count(), figures.at(0.5)));
        return figures.at(0.5);
    }

    /** Whoever is not known yet cannot come in without WeChat, and must be told so. */
    private static int logInAnew(Town town, AtomicInteger newcomers, Oracle oracle) throws Exception {
        var answer = town.program().send(town.program().loggingIn("demo-newcomer-" + newcomers.incrementAndGet()));
        oracle.insist(
                answer.statusCode() == 503
                        && answer.headers().firstValue("Retry-After").isPresent(),
                "a login without WeChat was answered %d %s".formatted(answer.statusCode(), answer.body()));
        return 1;
    }
}
