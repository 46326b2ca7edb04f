package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Residents who file tickets and look at them over HTTP, each one request after another, as phones do: what is not answered, or
 * answered "later", is asked again under the same key until it is acknowledged.
 */
final class Load {

    private static final Pattern NUMBER = Pattern.compile("\"no\":\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]+)\"");
    private static final int LONGEST_PAUSE = 300;

    /**
     * A ticket that the client was told is filed.
     *
     * @param mark stands in its words
     * @param tries how often it was asked for
     */
    record Filed(int resident, String key, String mark, String no, int tries, Instant at) {}

    private final Supplier<Program> program;
    private final Residents residents;
    private final List<Thread> callers = new ArrayList<>();
    private final Map<Integer, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Filed> filed = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> strange = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Instant> lastFiled = new AtomicReference<>(Instant.EPOCH);
    private final AtomicLong slowest = new AtomicLong();
    private final Duration pause;
    private volatile boolean over;
    private volatile Instant patienceEnds = Instant.MAX;

    /** @param pause of each caller between two tickets */
    Load(Town town, int callers, Duration pause) {
        this(town, town::program, callers, pause);
    }

    /** @param program whom each request is sent to */
    Load(Town town, Supplier<Program> program, int callers, Duration pause) {
        this.program = program;
        this.residents = town.residents;
        this.tokens.putAll(town.tokens());
        this.pause = pause;
        for (int caller = 0; caller < callers; caller++) {
            int number = caller;
            this.callers.add(new Thread(() -> call(number), "caller-" + number));
        }
    }

    Load begin() {
        callers.forEach(Thread::start);
        return this;
    }

    /** Nobody begins anything new; what was begun is asked for until it is acknowledged, for so long. */
    void end(Duration patience) throws InterruptedException {
        patienceEnds = Instant.now().plus(patience);
        over = true;
        for (var caller : callers) {
            caller.join();
        }
    }

    Collection<Filed> filed() {
        return filed;
    }

    /** Answers that nobody promised: 5xx other than a clear 503, refusals of what is right, wrong content. */
    List<String> strange() {
        return List.copyOf(strange);
    }

    /** What was asked and when, how long that was waited for, and how it ended. */
    List<String> unanswered() {
        return List.copyOf(unanswered);
    }

    /** What filing took since this was asked last, in milliseconds. */
    Figures since() {
        var taken = new ArrayList<Double>();
        for (var one = millis.poll(); one != null; one = millis.poll()) {
            taken.add(one);
        }
        return Figures.of(taken);
    }

    /** The longest that anybody waited for an answer, of whatever kind. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    String answers() {
        return new TreeMap<>(answers)
                .entrySet().stream()
                        .map(answer -> answer.getKey() + " × " + answer.getValue())
                        .collect(Collectors.joining(", "));
    }

    int answers(String kind) {
        return answers.getOrDefault(kind, new AtomicInteger()).get();
    }

    /** How long from this moment until the next ticket was acknowledged; waits for it. */
    Duration nextAfter(Instant moment, Duration patience) throws InterruptedException {
        while (!lastFiled.get().isAfter(moment)) {
            if (Instant.now().isAfter(moment.plus(patience))) {
                return patience;
            }
            Thread.sleep(10);
        }
        return Duration.between(moment, lastFiled.get());
    }

    /** The request that files this. */
    HttpRequest filing(String token, String key, String mark) {
        return program.get()
                .as(token, "/api/v1/tickets")
                .header("Idempotency-Key", key)
                .POST(Town.json(Map.of(
                        "description",
                        "3号楼2单元的楼道灯坏了，晚上看不见路（%s）".formatted(mark),
                        "place",
                        Map.of("gridId", Town.GRID))))
                .build();
    }

    private void call(int caller) {
        try {
            for (int turn = 0; !over; turn++) {
                int resident = (caller + turn * callers.size()) % residents.count();
                file(resident, "t-%03d-%05d".formatted(caller, turn));
                Thread.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void file(int resident, String mark) throws InterruptedException {
        for (int tries = 1; !over || Instant.now().isBefore(patienceEnds); tries++) {
            if (fileOnce(resident, mark, tries)) {
                return;
            }
            Thread.sleep(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE / 3, LONGEST_PAUSE));
        }
    }

    /** Whether it is settled, one way or the other. */
    private boolean fileOnce(int resident, String mark, int tries) throws InterruptedException {
        var asked = Instant.now();
        try {
            var token = token(resident);
            if (token == null) {
                return false;
            }
            asked = Instant.now();
            var answer = program.get().send(filing(token, "key-" + mark, mark));
            slowest.accumulateAndGet(Duration.between(asked, Instant.now()).toNanos(), Math::max);
            count(answer);
            if (answer.statusCode() == 201) {
                acknowledged(resident, mark, tries, asked, answer);
                look(token);
                return true;
            }
            return isFinal(resident, answer);
        } catch (IOException nobodyAnswers) {
            count("no answer");
            unanswered.add("%s asked at %s, after %,d ms: %s"
                    .formatted(
                            mark, asked, Duration.between(asked, Instant.now()).toMillis(), nobodyAnswers));
            return false;
        }
    }

    private void acknowledged(int resident, String mark, int tries, Instant asked, HttpResponse<String> answer) {
        var no = NUMBER.matcher(answer.body());
        if (!no.find() || !answer.body().contains(mark)) {
            strange.add(mark + " was answered with " + answer.body());
            return;
        }
        var now = Instant.now();
        millis.add(Duration.between(asked, now).toNanos() / 1e6);
        filed.add(new Filed(resident, "key-" + mark, mark, no.group(1), tries, now));
        lastFiled.accumulateAndGet(now, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** At the list of one's own. */
    private void look(String token) throws InterruptedException {
        try {
            var answer = program.get()
                    .send(program.get().as(token, "/api/v1/tickets?scope=mine").build());
            count("look ", answer);
            if (answer.statusCode() >= 400) {
                judge("GET tickets", answer);
            }
        } catch (IOException nobodyAnswers) {
            count("look: no answer");
        }
    }

    private String token(int resident) throws IOException, InterruptedException {
        var known = tokens.get(resident);
        if (known != null) {
            return known;
        }
        var answer = program.get().send(program.get().loggingIn(residents.code(resident)));
        count("login ", answer);
        if (answer.statusCode() >= 300) {
            judge("login", answer);
            return null;
        }
        var token = Town.read(answer.body()).path("token").asString();
        tokens.put(resident, token);
        return token;
    }

    private boolean isFinal(int resident, HttpResponse<String> answer) {
        if (answer.statusCode() == 401) {
            tokens.remove(resident);
            return false;
        }
        return !judge("POST tickets", answer);
    }

    /** Whether it says clearly to come again later. */
    private boolean judge(String what, HttpResponse<String> answer) {
        int status = answer.statusCode();
        var clear = status == 401
                || status == 409 && answer.body().contains("STILL_UNDER_WAY")
                || status == 503
                        && CODE.matcher(answer.body()).find()
                        && answer.headers().firstValue("Retry-After").isPresent();
        if (!clear) {
            strange.add("%s → %d %.300s".formatted(what, status, answer.body()));
        }
        return clear;
    }

    private void count(HttpResponse<String> answer) {
        count("", answer);
    }

    private void count(String prefix, HttpResponse<String> answer) {
        var code = CODE.matcher(answer.body());
        var word = answer.statusCode() < 400 || !code.find() ? "" : " " + code.group(1);
        count(prefix + answer.statusCode() + word);
    }

    private void count(String kind) {
        answers.computeIfAbsent(kind, none -> new AtomicInteger()).incrementAndGet();
    }
}
