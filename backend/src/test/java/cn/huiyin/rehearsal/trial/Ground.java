package cn.huiyin.rehearsal.trial;

import cn.huiyin.privacy.Keys;
import cn.huiyin.rehearsal.Child;
import cn.huiyin.rehearsal.EmbeddedPostgresServer;
import cn.huiyin.rehearsal.EmbeddedRedisServer;
import cn.huiyin.rehearsal.FreePort;
import cn.huiyin.rehearsal.wechat.StandInAlone;
import cn.huiyin.rehearsal.wechat.WechatRehearsal;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that a trial stands on, each part a process of its own in one folder: a durable PostgreSQL, a Redis, and the
 * stand-in for WeChat. The program under trial is started by {@link #program}.
 */
final class Ground implements AutoCloseable {

    static final String DATABASE = "huiyin";
    private static final String PROGRAM = "cn.huiyin.HuiyinApplication";

    final EmbeddedPostgresServer postgres;
    final EmbeddedRedisServer redis;
    final Path journal;
    private final Path folder;
    private final int wechatPort = FreePort.any();
    private final int controlPort = FreePort.any();
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private Child wechat;

    Ground(Path folder) throws IOException {
        this(folder, List.of(), "127.0.0.1");
    }

    /**
     * @param by what starts PostgreSQL, in a network of its own, say
     * @param host where it is reached then
     */
    Ground(Path folder, List<String> by, String host) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        this.journal = folder.resolve("wechat-journal");
        Files.writeString(folder.resolve("keyset.json"), Keys.fresh());
        this.postgres = EmbeddedPostgresServer.durable(folder.resolve("postgres"), FreePort.any(), by, host);
        postgres.createDatabaseIfMissing(DATABASE);
        this.redis = EmbeddedRedisServer.start(folder.resolve("redis"), FreePort.any());
        this.wechat = standIn();
    }

    /** WeChat is gone: nobody answers on its port. */
    void wechatDies() {
        wechat.kill();
    }

    /** It comes back and remembers what its journal says. */
    void wechatComesBack() throws IOException, InterruptedException {
        wechat = standIn();
        awaitWechat();
    }

    void weather(int delayMillis, double errors, double hangs) throws IOException, InterruptedException {
        awaitWechat();
        get("http://127.0.0.1:%d/weather/%d/%s/%s".formatted(controlPort, delayMillis, errors, hangs));
    }

    /** Every call to WeChat is answered with this status and a page of HTML; with 0 no more. */
    void wechatShowsPages(int status) throws IOException, InterruptedException {
        get("http://127.0.0.1:%d/page/%d".formatted(controlPort, status));
    }

    /** The program under trial, on a port of its own; with settings beyond those that every trial needs. */
    Program program(String name, List<String> javaOptions, Map<String, String> more) {
        return program(name, System.getProperty("java.class.path"), PROGRAM, javaOptions, more);
    }

    /** Another program with the same settings, from a class path of its own. */
    Program program(
            String name, String classPath, String mainClass, List<String> javaOptions, Map<String, String> more) {
        return program(name, java(javaOptions, classPath), mainClass, "127.0.0.1", more);
    }

    /**
     * The product alone, without anything of the rehearsal but its clock.
     *
     * @param by what starts it, if not this machine's shell: with a clock of its own, say, or in a network of its own
     * @param host where it then answers
     */
    Program product(String name, List<String> by, String host, List<String> javaOptions, Map<String, String> more) {
        var command = new ArrayList<>(by);
        command.addAll(java(javaOptions, withoutTests()));
        return program(name, command, PROGRAM, host, more);
    }

    private Program program(String name, List<String> java, String mainClass, String host, Map<String, String> more) {
        var port = FreePort.any();
        var insidePort = FreePort.any();
        var command = new ArrayList<>(java);
        command.add(mainClass);
        var settings = settings(port, insidePort);
        settings.putAll(more);
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        var log = folder.resolve(name + ".log");
        var child = Child.start(command, folder, log);
        children.add(child);
        return new Program(child, host, port, insidePort, log);
    }

    /** What PostgreSQL says, where it is told to say it. */
    Path postgresLog() {
        return folder.resolve("postgres/postgres.log");
    }

    /** For programs that speak to PostgreSQL by themselves. */
    String postgresUri() {
        return "postgresql://postgres@127.0.0.1:" + postgres.port() + "/" + DATABASE;
    }

    private static String withoutTests() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.equals(tests()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The folder that this class lies in. */
    private static String tests() {
        return Path.of(URI.create(Ground.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database));
    }

    String ask(String question) {
        return postgres.ask(DATABASE, question);
    }

    /** Of more than 200 connections that rest, the JDK's server would cut one just when it is used again. */
    private Child standIn() {
        var command = new ArrayList<>(java(
                List.of("-Xmx512m", "-Dsun.net.httpserver.maxIdleConnections=5000"),
                System.getProperty("java.class.path")));
        command.addAll(List.of(
                StandInAlone.class.getName(),
                Integer.toString(wechatPort),
                Integer.toString(controlPort),
                journal.toString()));
        return Child.start(command, folder, folder.resolve("wechat.log"));
    }

    private static List<String> java(List<String> options, String classPath) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Duser.timezone=Asia/Shanghai", "-cp", classPath));
        return command;
    }

    private Map<String, String> settings(int port, int insidePort) {
        var settings = new LinkedHashMap<String, String>();
        WechatRehearsal.settings(wechatPort, null).forEach((key, value) -> {
            if (!key.startsWith("huiyin.rehearsal.")) {
                settings.put(key, value.toString());
            }
        });
        settings.put("server.port", Integer.toString(port));
        settings.put("management.server.port", Integer.toString(insidePort));
        settings.put("management.endpoints.web.exposure.include", "health,metrics,prometheus");
        settings.put("spring.r2dbc.url", postgres.r2dbcUrl(DATABASE));
        settings.put("spring.flyway.url", postgres.jdbcUrl(DATABASE));
        settings.put("spring.flyway.locations", "classpath:db/migration,filesystem:" + tests() + "/db/rehearsal");
        settings.put("spring.data.redis.host", "127.0.0.1");
        settings.put("spring.data.redis.port", Integer.toString(redis.port()));
        settings.put("huiyin.identity.sessions-per-account", "1000");
        settings.put("huiyin.privacy.keyset", folder.resolve("keyset.json").toString());
        settings.put("huiyin.media.folder", folder.resolve("media").toString());
        settings.put("huiyin.media.link-key", "for trials of the program, and nowhere else");
        return settings;
    }

    private void awaitWechat() throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            try {
                get("http://127.0.0.1:%d/weather/0/0/0".formatted(controlPort));
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("the stand-in for WeChat does not start; see " + folder.resolve("wechat.log"));
    }

    private void get(String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .timeout(Duration.ofSeconds(5))
                .build();
        http.send(request, BodyHandlers.discarding());
    }

    @Override
    public void close() {
        children.forEach(Child::kill);
        wechat.kill();
        redis.close();
        postgres.close();
    }
}
