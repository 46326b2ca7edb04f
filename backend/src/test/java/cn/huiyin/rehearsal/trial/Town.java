package cn.huiyin.rehearsal.trial;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A street on a {@link Ground}, its residents, and the program that serves them with the product's settings. Only how
 * often one may ask and be told is unlimited: a few people ask for many here. And what a dead node held is taken up
 * again after 40 s, not after two minutes, so that a trial is over sooner.
 */
final class Town implements AutoCloseable {

    static final String ADMIN = "demo-admin";
    static final String GRID = "qinghe-c1-g1";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> PRODUCT = List.of("-Xmx512m");
    private static final Map<String, String> UNLIMITED = unlimited();

    /** What is due, by the front of its index: where much waits, PostgreSQL would rather look through all. */
    static final String DUE = """
            SELECT found.id
              FROM (VALUES (false), (true)) AS asked (urgent)
             CROSS JOIN LATERAL (SELECT id
                                   FROM outbox
                                  WHERE state = 'WAITING'
                                    AND urgent = asked.urgent
                                    AND not_before <= huiyin_now()
                                  ORDER BY not_before, id
                                  LIMIT 100000) AS found
            """;

    private static final String UNDER_WAY = """
            SELECT (SELECT count(*) FROM (%s) AS due)
                 + (SELECT count(*) FROM outbox WHERE state = 'WAITING' AND claimed_until IS NOT NULL)
                 + (SELECT count(*) FROM content_check WHERE state = 'PENDING')
            """.formatted(DUE);

    final Ground ground;
    final Residents residents;
    final Map<String, String> settings = new HashMap<>(UNLIMITED);
    private final Map<Integer, String> tokens = new HashMap<>();
    private final List<Trouble> troubles = new CopyOnWriteArrayList<>();
    private final Path folder;
    private volatile Program program;

    Town(Path folder, int residents) throws IOException {
        this(folder, residents, List.of(), "127.0.0.1");
    }

    /**
     * @param by what starts PostgreSQL
     * @param host where it is reached then
     */
    Town(Path folder, int residents, List<String> by, String host) throws IOException {
        this.folder = folder;
        this.residents = new Residents(residents);
        this.residents.tellWechat(folder.resolve("ground/wechat-journal"));
        this.ground = new Ground(folder.resolve("ground"), by, host);
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
    }

    private static Map<String, String> unlimited() {
        var settings = new HashMap<>(asOftenAsTheyLike());
        settings.put("huiyin.messaging.routing.limits.resident", "100000");
        settings.put("huiyin.messaging.delivery.lease", "40s");
        settings.put("huiyin.identity.first-admin-openids", "o-" + ADMIN);
        return settings;
    }

    /** For few people who do what many do in life. */
    static Map<String, String> asOftenAsTheyLike() {
        var settings = new HashMap<String, String>();
        for (var kind : List.of("login", "write", "upload", "read", "open")) {
            settings.put("huiyin.turnstile." + kind + ".at-once", "10000000");
            settings.put("huiyin.turnstile." + kind + ".a-minute", "10000000");
        }
        return settings;
    }

    Path folder() {
        return folder;
    }

    /** What each resident logged in with when the town was settled. */
    Map<Integer, String> tokens() {
        return tokens;
    }

    Program program() {
        return program;
    }

    /** The first start, on a new database: the street comes in, on the morning of a working day. */
    Program settle() throws Exception {
        start();
        ground.weather(0, 0, 0);
        try (var database = ground.connect();
                var statement = database.createStatement()) {
            statement.execute("UPDATE rehearsal_clock SET ahead = timestamptz '2026-11-24 10:00:00+08' - now()");
        }
        takeStreet();
        for (int number = 0; number < residents.count(); number++) {
            tokens.put(number, program.logIn(residents.code(number)));
        }
        try (var database = ground.connect()) {
            residents.areReached(database);
        }
        return program;
    }

    /** The program, anew; ready when this returns. */
    Program start() throws InterruptedException {
        return start("program", List.of(), "127.0.0.1", Map.of());
    }

    /** The same, started by another program. */
    Program start(String name, List<String> by, String host, Map<String, String> more) throws InterruptedException {
        var all = new HashMap<>(settings);
        all.putAll(more);
        return serve(ground.product(name, by, host, PRODUCT, all));
    }

    private Program serve(Program started) throws InterruptedException {
        started.awaitReady();
        program = started;
        return started;
    }

    /** From this moment to that something was dead or out of reach. */
    record Trouble(Instant from, Instant to) {}

    void trouble(Instant from, Instant to) {
        troubles.add(new Trouble(from, to));
    }

    List<Trouble> troubles() {
        return troubles;
    }

    /** Of several nodes this one stays. */
    void goesOnWith(Program node) {
        program = node;
    }

    /** As an administrator does at the console. */
    private void takeStreet() throws IOException, InterruptedException {
        var taken = program.send(program.as(program.logIn(ADMIN), "/api/v1/community")
                .PUT(BodyPublishers.ofByteArray(street()))
                .build());
        if (taken.statusCode() != 200) {
            throw new IllegalStateException("the street was not taken: " + taken.body());
        }
    }

    private static byte[] street() throws IOException {
        try (var file = Town.class.getResourceAsStream("/demo/street.json")) {
            return file.readAllBytes();
        }
    }

    /** Gives somebody a post, and says the token that they work with. */
    String appoint(String code, Map<String, String> post) throws IOException, InterruptedException {
        return hold(code, List.of(post));
    }

    /** Takes all posts from somebody, and says the token that they go on with. */
    String dismiss(String code) throws IOException, InterruptedException {
        return hold(code, List.of());
    }

    private String hold(String code, List<Map<String, String>> posts) throws IOException, InterruptedException {
        var admin = program.logIn(ADMIN);
        var id = JSON.readTree(program.send(
                                program.as(program.logIn(code), "/api/v1/me").build())
                        .body())
                .path("id")
                .asString();
        var found = JSON.readTree(program.send(program.as(admin, "/api/v1/accounts/searches")
                        .POST(json(Map.of("id", id)))
                        .build())
                .body());
        var given = program.send(program.as(admin, "/api/v1/accounts/" + id + "/posts")
                .header("If-Match", found.at("/items/0/etag").asString())
                .PUT(json(Map.of("posts", posts)))
                .build());
        if (given.statusCode() != 200) {
            throw new IllegalStateException(code + " was not appointed: " + given.body());
        }
        return program.logIn(code);
    }

    static java.net.http.HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body), StandardCharsets.UTF_8);
    }

    static JsonNode read(String body) {
        return JSON.readTree(body);
    }

    /** Until nothing is due, in hand or to be checked. */
    void awaitQuiet(Duration patience) throws InterruptedException {
        var deadline = Instant.now().plus(patience);
        while (!"0".equals(ground.ask(UNDER_WAY))) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("messages or checks are still under way after " + patience);
            }
            Thread.sleep(100);
        }
    }

    /** The program's log, all its lives. */
    String log() throws IOException {
        return Files.readString(program.log());
    }

    private void clear() {
        if (program != null && program.isAlive()) {
            program.kill();
        }
        ground.close();
    }

    /** Whoever ends the JVM ends the servers; a trial has one town. */
    @Override
    public void close() throws InterruptedException {
        if (program != null && program.isAlive()) {
            program.stop();
        }
    }
}
