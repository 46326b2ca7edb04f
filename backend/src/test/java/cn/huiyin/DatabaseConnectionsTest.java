package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.tcp.TcpResources;

@StoreTest
class DatabaseConnectionsTest {

    private static final int SIZE = 5;

    private final TestDatabase database;
    private final ConnectionPool connections;
    private final DatabaseClient client;

    DatabaseConnectionsTest(TestDatabase database) {
        this.database = database;
        this.connections = new DatabaseConnections().connections(settings(database), TcpResources.get());
        this.client = DatabaseClient.create(connections);
    }

    @BeforeEach
    void aTableOfWords() {
        database.execute("DROP TABLE IF EXISTS word", "CREATE TABLE word (number int, half int)");
    }

    @AfterEach
    void close() {
        connections.dispose();
    }

    @Test
    void nobodyMeetsAConnectionThatDiedWhileItWasIdle() {
        useAll();

        database.execute("""
                SELECT pg_terminate_backend(pid, 5000)
                FROM pg_stat_activity
                WHERE application_name = 'huiyin'
                    AND datname = current_database()
                """);

        for (int i = 0; i < SIZE; i++) {
            assertThat(countOf("SELECT 1")).isOne();
        }
    }

    @Test
    void whatWasAcknowledgedAmongCancelledWritesIsStored() {
        var acknowledged = cancelMany(this::sayAtOnce);

        assertThat(stored()).containsAll(acknowledged);
        assertThat(halves()).isZero();
        assertThat(transactionsLeftOpen()).isZero();
    }

    @Test
    void aTransactionWhoseCallerLeftIsWholeWhenItLasts() {
        var transactions = TransactionalOperator.create(new R2dbcTransactionManager(connections));

        var acknowledged = cancelMany(number ->
                LastingWrite.of(sayHalf(number, 1).then(sayHalf(number, 2)).as(transactions::transactional)));

        useAll();
        assertThat(stored()).containsAll(acknowledged);
        assertThat(halves()).isZero();
        assertThat(transactionsLeftOpen()).isZero();
    }

    /** Hundreds of writes under load, most of which nobody waits for to the end. */
    private Set<Integer> cancelMany(java.util.function.IntFunction<Mono<Void>> write) {
        Set<Integer> acknowledged = ConcurrentHashMap.newKeySet();
        Flux.range(0, 400)
                .flatMap(
                        number -> write.apply(number)
                                .then(Mono.fromRunnable(() -> acknowledged.add(number)))
                                .timeout(soon(), Mono.empty())
                                .onErrorComplete(),
                        SIZE)
                .blockLast(Duration.ofSeconds(60));
        useAll();
        return acknowledged;
    }

    private static Duration soon() {
        return Duration.ofNanos(ThreadLocalRandom.current().nextInt(15_000_000));
    }

    private void useAll() {
        Flux.range(0, SIZE)
                .flatMap(i -> client.sql("SELECT 1 FROM pg_sleep(0.2)").fetch().first(), SIZE)
                .blockLast(Duration.ofSeconds(30));
    }

    private Mono<Void> sayAtOnce(int number) {
        return client.sql("INSERT INTO word VALUES (:number, 1), (:number, 2)")
                .bind("number", number)
                .then();
    }

    private Mono<Void> sayHalf(int number, int half) {
        return client.sql("INSERT INTO word VALUES (:number, :half)")
                .bind("number", number)
                .bind("half", half)
                .then();
    }

    private Set<Integer> stored() {
        return Set.copyOf(database.client()
                .sql("SELECT DISTINCT number FROM word")
                .mapValue(Integer.class)
                .all()
                .collectList()
                .block(Duration.ofSeconds(10)));
    }

    private long halves() {
        return countOf("SELECT count(*) FROM (SELECT FROM word GROUP BY number HAVING count(*) <> 2) AS half");
    }

    private long transactionsLeftOpen() {
        return countOf("""
                SELECT count(*)
                FROM pg_stat_activity
                WHERE application_name = 'huiyin'
                    AND datname = current_database()
                    AND state LIKE 'idle in transaction%'
                """);
    }

    private long countOf(String sql) {
        return client.sql(sql)
                .mapValue(Long.class)
                .one()
                .blockOptional(Duration.ofSeconds(10))
                .orElseThrow();
    }

    private static R2dbcProperties settings(TestDatabase database) {
        var settings = new R2dbcProperties();
        settings.setUrl(database.r2dbcUrl());
        settings.getPool().setInitialSize(0);
        settings.getPool().setMaxSize(SIZE);
        settings.getPool().setAcquireRetry(3);
        settings.getPool().setMaxAcquireTime(Duration.ofSeconds(10));
        settings.getPool().setMaxCreateConnectionTime(Duration.ofSeconds(3));
        return settings;
    }
}
