package cn.huiyin.rehearsal;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** A database of one's own with every table in it, for tests of stores; see {@link StoreTest}. */
public final class TestDatabase implements AutoCloseable {

    private final String name = TestServers.newDatabase();
    private final ConnectionPool connections;
    private final DatabaseClient client;

    public TestDatabase() {
        var plain = ConnectionFactories.get(TestServers.postgres().r2dbcUrl(name));
        this.connections = new ConnectionPool(ConnectionPoolConfiguration.builder(plain)
                .initialSize(0)
                .maxSize(10)
                .build());
        this.client = DatabaseClient.create(connections);
    }

    public ConnectionFactory connections() {
        return connections;
    }

    public DatabaseClient client() {
        return client;
    }

    public TransactionalOperator transactions() {
        return TransactionalOperator.create(new R2dbcTransactionManager(connections));
    }

    public RehearsalClock clock() {
        return new RehearsalClock(client);
    }

    /** Does these and waits; for setting a scene. */
    public void execute(String... statements) {
        for (var sql : statements) {
            client.sql(sql).then().block();
        }
    }

    public String jdbcUrl() {
        return TestServers.postgres().jdbcUrl(name);
    }

    public String r2dbcUrl() {
        return TestServers.postgres().r2dbcUrl(name);
    }

    @Override
    public void close() {
        connections.dispose();
        TestServers.postgres().execute("DROP DATABASE " + name + " WITH (FORCE)");
    }
}
