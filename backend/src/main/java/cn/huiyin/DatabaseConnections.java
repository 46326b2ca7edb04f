package cn.huiyin;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;
import reactor.pool.PooledRefMetadata;

/**
 * The connections to PostgreSQL, by Spring's own settings {@code spring.r2dbc.*}. Spring's pool would do, but for two
 * things: after PostgreSQL was away it hands out each dead connection once, and it trusts that a returned connection has
 * left its transaction, which one whose request was cancelled midway may not have; hence {@link CleanConnection}. (The
 * guard is a net, not a licence: the driver can commit half of a transaction that is cancelled midway, so one of several statements has to be a
 * {@code LastingWrite}.)
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(R2dbcProperties.class)
class DatabaseConnections {

    /** PostgreSQL gives up by itself on what nobody waits for any more (milliseconds). */
    private static final Map<String, String> LIMITS = Map.of(
            "statement_timeout", "10000",
            "lock_timeout", "5000",
            "idle_in_transaction_session_timeout", "15000");

    @Bean(destroyMethod = "dispose")
    ConnectionPool connections(R2dbcProperties settings, LoopResources loops) {
        var pool = settings.getPool();
        return new ConnectionPool(ConnectionPoolConfiguration.builder(new CleanConnections(toPostgres(settings, loops)))
                .initialSize(pool.getInitialSize())
                .maxSize(pool.getMaxSize())
                .acquireRetry(pool.getAcquireRetry())
                .maxAcquireTime(pool.getMaxAcquireTime())
                .maxCreateConnectionTime(pool.getMaxCreateConnectionTime())
                .maxValidationTime(Duration.ofSeconds(2))
                .customizer(builder ->
                        builder.evictionPredicate((connection, use) -> isUnfit(connection) || isTooOld(use, pool)))
                .build());
    }

    private static ConnectionFactory toPostgres(R2dbcProperties settings, LoopResources loops) {
        var url = Objects.requireNonNull(settings.getUrl(), "spring.r2dbc.url is not set");
        var address = new DatabaseAddress(url, settings.getUsername(), settings.getPassword());
        return ConnectionFactories.get(address.options()
                .option(
                        ConnectionFactoryOptions.CONNECT_TIMEOUT,
                        settings.getPool().getMaxCreateConnectionTime())
                .option(PostgresqlConnectionFactoryProvider.APPLICATION_NAME, "huiyin")
                .option(PostgresqlConnectionFactoryProvider.FORCE_BINARY, true)
                .option(PostgresqlConnectionFactoryProvider.AUTODETECT_EXTENSIONS, false)
                .option(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES, new WatchfulSockets(loops))
                .option(PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE, true)
                .option(PostgresqlConnectionFactoryProvider.OPTIONS, LIMITS)
                .build());
    }

    /** Asked before a connection is handed out and when it comes back: dead, or still inside somebody's transaction. */
    private static boolean isUnfit(Connection connection) {
        return !connection.isAutoCommit() || !isAlive(connection);
    }

    /** The local check looks at the socket and answers at once. */
    private static boolean isAlive(Connection connection) {
        return Mono.from(connection.validate(ValidationDepth.LOCAL)).toFuture().getNow(false);
    }

    private static boolean isTooOld(PooledRefMetadata use, R2dbcProperties.Pool pool) {
        return use.idleTime() > pool.getMaxIdleTime().toMillis()
                || (pool.getMaxLifeTime() != null
                        && use.lifeTime() > pool.getMaxLifeTime().toMillis());
    }
}
