package cn.huiyin.rehearsal.trial;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One key sent a hundred times at once, by a phone that lost its patience: one ticket. */
final class OneKey implements Trial {

    private static final int AT_ONCE = 100;
    private static final int ROUNDS = 10;

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        var wrong = new ArrayList<String>();
        int created = 0;
        int underWay = 0;
        try (var town = new Town(folder, 2)) {
            var program = town.settle();
            var token = program.logIn(town.residents.code(0));
            var load = new Load(town, 0, Duration.ZERO);
            for (int round = 0; round < ROUNDS; round++) {
                var mark = "t-one-%05d".formatted(round);
                var answers = atOnce(AT_ONCE, () -> program.send(load.filing(token, "key-" + mark, mark)));
                var bodies = answers.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(HttpResponse::body)
                        .toList();
                created += bodies.size();
                underWay += answers.size() - bodies.size();
                if (bodies.stream().distinct().count() != 1) {
                    wrong.add(mark + " was answered in "
                            + bodies.stream().distinct().count() + " ways");
                }
                answers.stream()
                        .filter(answer -> answer.statusCode() != 201
                                && !(answer.statusCode() == 409 && answer.body().contains("STILL_UNDER_WAY")))
                        .forEach(answer -> wrong.add(mark + " → " + answer.statusCode() + " " + answer.body()));
                var stored = town.ground.ask("SELECT count(*) FROM ticket WHERE description LIKE '%（" + mark + "）'");
                if (!stored.equals("1")) {
                    wrong.add(mark + " is stored " + stored + " times");
                }
            }
        }
        oracle.count("keys", ROUNDS);
        oracle.count("tickets", ROUNDS);
        oracle.count("answered alike with the ticket", created);
        oracle.count("answered 409 STILL_UNDER_WAY", underWay);
        oracle.none("otherwise", wrong);
        return Finding.of("%d posts at once with one Idempotency-Key, %d times".formatted(AT_ONCE, ROUNDS), oracle);
    }

    static <T> List<T> atOnce(int many, Callable<T> deed) throws Exception {
        var deeds = new ArrayList<Callable<T>>();
        for (int i = 0; i < many; i++) {
            deeds.add(deed);
        }
        return atOnce(deeds);
    }

    /** Each on a thread of its own, all let go at once. */
    static <T> List<T> atOnce(List<Callable<T>> deeds) throws Exception {
        var threads = Executors.newFixedThreadPool(deeds.size());
        try {
            var start = new CountDownLatch(1);
            var under = new ArrayList<Future<T>>();
            for (var deed : deeds) {
                under.add(threads.submit(() -> {
                    start.await();
                    return deed.call();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : under) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
