package cn.huiyin.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of our own, on 127.0.0.1 unless told otherwise, its files in one folder. The bundle is Zonky's; we start it ourselves, since
 * Zonky's starter leaves fsync off, leaves the server behind when the JVM is killed, and never restarts a dead one.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LOCALHOST = "127.0.0.1";

    private final Path folder;
    private final Path programs;
    private final Unprivileged user;
    private final int port;
    private final boolean durable;
    private final List<String> by;
    private final String host;
    private volatile Child child;

    private EmbeddedPostgresServer(Path folder, int port, boolean durable, List<String> by, String host)
            throws IOException {
        this.folder = folder.toAbsolutePath();
        this.port = port;
        this.durable = durable;
        this.by = by;
        this.host = host;
        this.programs = PostgresBundle.home();
        Files.createDirectories(folder);
        this.user = Unprivileged.wayFor(this.folder);
        user.own(folder);
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        this.child = launch();
    }

    /** What was acknowledged is kept, whatever dies. */
    public static EmbeddedPostgresServer durable(Path folder, int port) {
        return durable(folder, port, List.of(), LOCALHOST);
    }

    /**
     * The same, elsewhere.
     *
     * @param by the command that starts it there: in a network of its own, say
     * @param host the address by which it is reached from here
     */
    public static EmbeddedPostgresServer durable(Path folder, int port, List<String> by, String host) {
        return start(folder, port, true, by, host);
    }

    /** For tests: fast, and everything is lost if the machine fails. */
    public static EmbeddedPostgresServer forgetful(Path folder) {
        return start(folder, FreePort.any(), false, List.of(), LOCALHOST);
    }

    private static EmbeddedPostgresServer start(Path folder, int port, boolean durable, List<String> by, String host) {
        try {
            return new EmbeddedPostgresServer(folder, port, durable, by, host);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL could not be started in " + folder, e);
        }
    }

    public int port() {
        return port;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + "?user=postgres";
    }

    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://postgres@" + host + ":" + port + "/" + database;
    }

    /** Does these as the superuser, outside of a transaction. */
    public void execute(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    /** The first column of the first row of the answer. */
    public String ask(String database, String question) {
        try (var connection = DriverManager.getConnection(jdbcUrl(database));
                var answer = connection.createStatement().executeQuery(question)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    public void createDatabaseIfMissing(String name) {
        try (var connection = connect();
                var query = connection.prepareStatement("SELECT FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            if (!query.executeQuery().next()) {
                execute("CREATE DATABASE " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return child.isAlive();
    }

    /** The process id of the postmaster, for those who want to kill it. */
    public long pid() {
        return child.pid();
    }

    /** Kills the postmaster with SIGKILL, as the kernel does where memory runs out; its children die after it. */
    public void kill() {
        child.kill();
    }

    /** Starts it again on the same port and files, after it died. */
    public synchronized void restart() {
        if (!child.isAlive()) {
            child.stop(Duration.ZERO);
            child = launch();
        }
    }

    @Override
    public void close() {
        child.stop(PATIENCE);
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"));
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    /** Into a draft folder first: an initdb that was killed halfway leaves nothing that looks like a database. */
    private void initialise() throws IOException {
        var draft = folder.resolve("data-draft");
        Folders.delete(draft);
        var command = new ArrayList<>(List.of(
                programs.resolve("bin/initdb").toString(),
                "--pgdata=" + draft,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C"));
        if (!durable) {
            command.add("--no-sync");
        }
        run(user.command(command));
        if (!host.equals(LOCALHOST)) {
            Files.writeString(draft.resolve("pg_hba.conf"), "host all all samenet trust\n", StandardOpenOption.APPEND);
        }
        Files.move(draft, data());
    }

    private void run(List<String> command) throws IOException {
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException(command + " failed; see " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Child launch() {
        LeftBehind.stopPostgres(data(), PATIENCE);
        var whole = new ArrayList<>(by);
        whole.addAll(user.command(command()));
        var started = Child.start(whole, folder, log());
        awaitReady(started);
        return started;
    }

    private List<String> command() {
        var command = new ArrayList<>(List.of(
                programs.resolve("bin/postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-h",
                host));
        settings().forEach(setting -> command.addAll(List.of("-c", setting)));
        return command;
    }

    private List<String> settings() {
        var settings = new ArrayList<>(List.of(
                "unix_socket_directories=",
                "max_connections=200",
                "timezone=Asia/Shanghai",
                "log_timezone=Asia/Shanghai"));
        var onOrOff = durable ? "on" : "off";
        settings.addAll(List.of("fsync=" + onOrOff, "synchronous_commit=" + onOrOff, "full_page_writes=" + onOrOff));
        return settings;
    }

    private void awaitReady(Child started) {
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (var connection = connect()) {
                return;
            } catch (SQLException notYet) {
                if (!started.isAlive() || Instant.now().isAfter(deadline)) {
                    started.stop(Duration.ZERO);
                    throw new IllegalStateException("PostgreSQL did not start; see " + log(), notYet);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
