package cn.huiyin.rehearsal.trial;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
        try (var town = new Town(folder, 2)) {
            ask(town, List.of(town.settle()), AT_ONCE, ROUNDS, oracle);
        }
        return Finding.of("%d posts at once with one Idempotency-Key, %d times".formatted(AT_ONCE, ROUNDS), oracle);
    }

    /** Asks each node so many times, all at once, with one key; then each once more. Again with other keys. */
    static void ask(Town town, List<Program> nodes, int each, int rounds, Oracle oracle) throws Exception {
        var wrong = new ArrayList<String>();
        var token = town.tokens().get(0);
        int created = 0;
        int underWay = 0;
        for (int round = 0; round < rounds; round++) {
            var mark = "t-one-%05d".formatted(round);
            var answers = atOnce(posts(town, nodes, each, token, mark));
            for (var post : posts(town, nodes, 1, token, mark)) {
                answers.add(post.call());
            }
            var bodies = answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .map(HttpResponse::body)
                    .toList();
            created += bodies.size();
            underWay += answers.size() - bodies.size();
            if (bodies.stream().distinct().count() != 1) {
                wrong.add(
                        mark + " was answered in " + bodies.stream().distinct().count() + " ways");
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
        oracle.count("keys", rounds);
        oracle.count("answered alike with the ticket", created);
        oracle.count("answered 409 STILL_UNDER_WAY", underWay);
        oracle.none("otherwise", wrong);
    }

    private static List<Callable<HttpResponse<String>>> posts(
            Town town, List<Program> nodes, int each, String token, String mark) {
        var posts = new ArrayList<Callable<HttpResponse<String>>>();
        for (var node : nodes) {
            var post = new Load(town, () -> node, 0, Duration.ZERO).filing(token, "key-" + mark, mark);
            posts.addAll(Collections.nCopies(each, () -> node.send(post)));
        }
        return posts;
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
