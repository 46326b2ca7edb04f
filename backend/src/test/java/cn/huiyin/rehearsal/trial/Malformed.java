package cn.huiyin.rehearsal.trial;

import static cn.huiyin.rehearsal.trial.MessageFaults.say;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** Ten thousand requests as no client should send them, and what is hardly HTTP; none is a fault of ours. */
final class Malformed implements Trial {

    private static final int REQUESTS = 10_000;
    private static final int SIDE_BY_SIDE = 8;
    private static final long SEED = 20261128;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration ODD_PATIENCE = Duration.ofSeconds(3);

    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> silent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger next = new AtomicInteger();

    @Override
    public Finding run(Path folder) throws Exception {
        var oracle = new Oracle();
        try (var town = new Town(folder, 2)) {
            var program = town.settle();
            var tokens = tokens(town);
            var before = town.log().length();
            int operations = flood(program, tokens);
            var odd = oddities(program, program.logIn(town.residents.code(0)));
            var log = town.log().substring(before);
            Files.writeString(folder.resolve("faults.txt"), String.join("\n", faults));
            Files.writeString(folder.resolve("silent.txt"), String.join("\n", silent));
            oracle.count("requests", REQUESTS);
            oracle.count("operations", operations);
            oracle.count("shapes that are hardly HTTP", odd);
            oracle.note("answers", answers());
            oracle.none("answers of 5xx", List.copyOf(faults));
            oracle.none("without an answer, or with more than asked for", List.copyOf(silent));
            oracle.count(
                    "lines of stack traces in the log",
                    log.lines().filter(line -> line.startsWith("\tat ")).count());
            oracle.insist(!log.contains("\n\tat "), "the log has stack traces of them");
            oracle.insist(program.isReady(), "it is not ready afterwards");
            oracle.insist(
                    program.file(program.logIn(town.residents.code(1)), "afterwards")
                            .startsWith("HY"),
                    "nobody can file afterwards");
        }
        return Finding.of(
                "%,d requests spoilt from the OpenAPI document (seed %d), and raw sockets".formatted(REQUESTS, SEED),
                oracle);
    }

    /** Of a resident, of staff, and of an administrator: each comes further in another place. */
    private static List<String> tokens(Town town) throws Exception {
        return List.of(
                town.program().logIn(town.residents.code(0)),
                town.appoint("demo-dispatcher", Map.of("role", "DISPATCHER", "placeId", "qinghe")),
                town.appoint("demo-supervisor", Map.of("role", "SUPERVISOR", "placeId", "qinghe")),
                town.appoint("demo-grid-worker", Map.of("role", "GRID_WORKER", "placeId", Town.GRID)),
                town.appoint("demo-handler", Map.of("role", "HANDLER", "unitId", "qinghe-property")),
                town.program().logIn(Town.ADMIN));
    }

    private int flood(Program program, List<String> tokens) throws Exception {
        var deeds = new ArrayList<Callable<Integer>>();
        int operations = new Mutations(SEED).operations();
        for (int hand = 0; hand < SIDE_BY_SIDE; hand++) {
            var mutations = new Mutations(SEED + hand);
            deeds.add(() -> {
                for (int number = next.getAndIncrement(); number < REQUESTS; number = next.getAndIncrement()) {
                    one(program, mutations.next(number, tokens.get(number / operations % tokens.size())));
                    if (number % 1000 == 999) {
                        say("%,d of %,d: %s".formatted(number + 1, REQUESTS, answers()));
                    }
                }
                return 0;
            });
        }
        OneKey.atOnce(deeds);
        return operations;
    }

    private void one(Program program, byte[] request) throws IOException {
        var answer = RawCall.send(program, request, PATIENCE);
        statuses.computeIfAbsent(answer.status(), none -> new AtomicInteger()).incrementAndGet();
        var line = "%.600s → %.400s"
                .formatted(new String(request, StandardCharsets.UTF_8), answer.text())
                .replace("\r\n", "⏎");
        if (answer.status() >= 500) {
            faults.add(line);
        } else if (answer.answers() != 1) {
            silent.add(answer.answers() + " answers to " + line);
        }
    }

    /** No answer is well, where there is no request; a fault, or an answer to what was smuggled in, is not. */
    private int oddities(Program program, String token) throws IOException {
        var all = Oddities.all(token);
        for (var odd : all.entrySet()) {
            var answer = RawCall.send(program, odd.getValue().bytes(), ODD_PATIENCE);
            statuses.computeIfAbsent(answer.status(), none -> new AtomicInteger())
                    .incrementAndGet();
            if (answer.status() >= 500) {
                faults.add(odd.getKey() + " → " + answer.text());
            }
            if (answer.answers() > odd.getValue().most()) {
                silent.add(answer.answers() + " answers to " + odd.getKey() + ": " + answer.text());
            }
        }
        return all.size();
    }

    private String answers() {
        return new TreeMap<>(statuses)
                .entrySet().stream()
                        .map(status -> (status.getKey() == 0 ? "none" : status.getKey()) + " × " + status.getValue())
                        .collect(Collectors.joining(", "));
    }
}
