package cn.huiyin.rehearsal.trial;

import cn.huiyin.rehearsal.Child;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The program under trial, from outside: a process, a port, a log. */
final class Program {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern IN_USE = Pattern.compile("(?m)^r2dbc_pool_acquired_connections\\S* (\\S+)$");
    private static final int LOOKS = 100;
    private static final Pattern NUMBER = Pattern.compile("\"no\":\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Child process;
    private final String host;
    private final int port;
    private final int insidePort;
    private final Path log;

    Program(Child process, String host, int port, int insidePort, Path log) {
        this.process = process;
        this.host = host;
        this.port = port;
        this.insidePort = insidePort;
        this.log = log;
    }

    void awaitReady() throws InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the program does not start; see " + log);
            }
            Thread.sleep(100);
        }
    }

    boolean isReady() throws InterruptedException {
        try {
            return send(inside("/actuator/health/readiness").build()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    String address() {
        return "http://" + host + ":" + port;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Path log() {
        return log;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGTERM, as systemd and Kubernetes ask a program to end; does not wait. */
    void terminate() {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL. */
    void kill() {
        process.kill();
    }

    /** Stands still (SIGSTOP), or goes on. */
    void still(boolean stop) {
        try {
            Shell.must("kill", stop ? "-STOP" : "-CONT", Long.toString(process.pid()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void stop() {
        process.stop(Duration.ofSeconds(40));
    }

    /** As Prometheus reads it. */
    String metrics() throws IOException, InterruptedException {
        return send(inside("/actuator/prometheus").build()).body();
    }

    /** The fewest connections to PostgreSQL in use at any look, while hardly anybody asks: those are in use for ever. */
    long connectionsNeverGivenBack() throws IOException, InterruptedException {
        var fewest = Long.MAX_VALUE;
        for (int look = 0; look < LOOKS && fewest > 0; look++) {
            Thread.sleep(100);
            var inUse = IN_USE.matcher(metrics());
            fewest = Math.min(fewest, inUse.find() ? Math.round(Double.parseDouble(inUse.group(1))) : Long.MAX_VALUE);
        }
        return fewest;
    }

    /** As a phone does: told to come again, it comes again. */
    String logIn(String code) throws IOException, InterruptedException {
        var answer = send(loggingIn(code));
        for (int again = 0; again < 20 && answer.statusCode() == 503; again++) {
            Thread.sleep(500);
            answer = send(loggingIn(code));
        }
        return found(TOKEN, answer);
    }

    HttpRequest loggingIn(String code) {
        return to("/api/v1/sessions")
                .POST(BodyPublishers.ofString("{\"code\":\"%s\"}".formatted(code)))
                .build();
    }

    /** Files a ticket; says its number. */
    String file(String token, String key) throws IOException, InterruptedException {
        return found(NUMBER, send(filing(token, key)));
    }

    HttpRequest filing(String token, String key) {
        return as(token, "/api/v1/tickets")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"description\":\"3号楼2单元的楼道灯坏了，晚上看不见路\",\"media\":[]}"))
                .build();
    }

    HttpRequest progress(String token, String no) {
        return as(token, "/api/v1/tickets/" + no).build();
    }

    HttpRequest unchanged(String token, String no, String etag) {
        return as(token, "/api/v1/tickets/" + no).header("If-None-Match", etag).build();
    }

    HttpRequest mine(String token) {
        return as(token, "/api/v1/tickets?scope=mine").build();
    }

    /** Kilobytes of memory that the process holds; 0 where this machine does not tell. */
    long residentKilobytes() throws IOException {
        return kilobytes("VmRSS:");
    }

    /** The most that it ever held. */
    long mostResidentKilobytes() throws IOException {
        return kilobytes("VmHWM:");
    }

    private long kilobytes(String what) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(what))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, BodyHandlers.ofString());
    }

    /** A request as the contract has them, in somebody's name. */
    HttpRequest.Builder as(String token, String path) {
        return to(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private HttpRequest.Builder inside(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + host + ":" + insidePort + path))
                .timeout(Duration.ofSeconds(5));
    }

    private static String found(Pattern what, HttpResponse<String> answer) {
        var match = what.matcher(answer.body());
        if (!match.find()) {
            throw new IllegalStateException(answer.uri() + " answered " + answer.statusCode() + " " + answer.body());
        }
        return match.group(1);
    }
}
