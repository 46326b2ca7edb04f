package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.tcp.TcpResources;

/** Clients leave at any moment; what others were told is saved must be. */
@StoreTest
class CancelledWritesTest {

    private static final int CONNECTIONS = 4;
    private static final int FIRST_OF_THOSE_THAT_COUNT = 100_000;

    private final TestDatabase database;
    private final ConnectionPool pool;
    private final DatabaseClient client;
    private final TransactionalOperator tx;
    private final Random random = new Random(20261122);

    CancelledWritesTest(TestDatabase database) {
        this.database = database;
        this.pool = new DatabaseConnections().connections(fewConnections(database), TcpResources.get());
        this.client = DatabaseClient.create(pool);
        this.tx = TransactionalOperator.create(new R2dbcTransactionManager(pool));
    }

    @BeforeEach
    void aTable() {
        database.execute("CREATE TABLE IF NOT EXISTS written (id int PRIMARY KEY)", "DELETE FROM written");
    }

    @AfterEach
    void closed() {
        pool.dispose();
    }

    @RepeatedTest(3)
    void whatIsAcknowledgedAfterHundredsOfCancelledTransactionsIsStored() {
        Flux.range(0, 600)
                .flatMap(
                        n -> Mono.when(save(n), client.sql("SELECT 1").then())
                                .as(tx::transactional)
                                .timeout(Duration.ofNanos(random.nextInt(30_000_000)), Mono.empty()),
                        8)
                .blockLast(Duration.ofSeconds(120));
        allIsWell();
    }

    @RepeatedTest(3)
    void whatIsAcknowledgedAfterHundredsOfCommitsThatWereCutOffIsStored() {
        Flux.range(0, 600)
                .flatMap(
                        n -> Mono.usingWhen(
                                pool.create(), connection -> leaveWhileCommitting(connection, n), Connection::close),
                        4)
                .blockLast(Duration.ofSeconds(120));
        allIsWell();
    }

    @Test
    void aConnectionThatWasLeftInsideATransactionIsRolledBackBeforeItIsUsedAgain() {
        Flux.range(0, 8)
                .concatMap(n -> client.sql("BEGIN").then().then(save(n)))
                .blockLast(Duration.ofSeconds(30));
        allIsWell();
    }

    private Mono<Void> leaveWhileCommitting(Connection connection, int n) {
        return Mono.from(connection.beginTransaction())
                .then(Mono.from(connection
                        .createStatement("INSERT INTO written VALUES ($1)")
                        .bind(0, n)
                        .execute()))
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .then(Mono.from(connection.commitTransaction())
                        .timeout(Duration.ofNanos(random.nextInt(2_000_000)), Mono.empty()));
    }

    /** Others look at once: what becomes visible only because somebody later happens to commit was not saved. */
    private void allIsWell() {
        List<Integer> lost = Flux.range(FIRST_OF_THOSE_THAT_COUNT, 200)
                .flatMap(
                        n -> saveOneWayOrTheOther(n)
                                .then(seenByOthers(n))
                                .filter(seen -> !seen)
                                .map(seen -> n),
                        4)
                .collectList()
                .block(Duration.ofSeconds(60));
        assertThat(lost).isEmpty();
        useAll();
        assertThat(leftInTransactions()).isZero();
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    private void useAll() {
        Flux.range(0, CONNECTIONS)
                .flatMap(i -> client.sql("SELECT 1 FROM pg_sleep(0.2)").fetch().first(), CONNECTIONS)
                .blockLast(Duration.ofSeconds(30));
    }

    private Mono<Void> saveOneWayOrTheOther(int n) {
        return n % 2 == 0 ? save(n) : save(n).as(tx::transactional);
    }

    private Mono<Boolean> seenByOthers(int n) {
        return database.client()
                .sql("SELECT EXISTS (SELECT FROM written WHERE id = :n)")
                .bind("n", n)
                .mapValue(Boolean.class)
                .one();
    }

    private Mono<Void> save(int n) {
        return client.sql("INSERT INTO written VALUES (:n)").bind("n", n).then();
    }

    private long leftInTransactions() {
        return database.client()
                .sql("SELECT count(*) FROM pg_stat_activity"
                        + " WHERE state LIKE 'idle in transaction%' AND datname = current_database()")
                .mapValue(Long.class)
                .one()
                .block();
    }

    private static R2dbcProperties fewConnections(TestDatabase database) {
        var settings = new R2dbcProperties();
        settings.setUrl(database.r2dbcUrl());
        settings.getPool().setInitialSize(0);
        settings.getPool().setMaxSize(CONNECTIONS);
        settings.getPool().setMaxAcquireTime(Duration.ofSeconds(30));
        settings.getPool().setMaxCreateConnectionTime(Duration.ofSeconds(10));
        return settings;
    }
}
