package cn.huiyin;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Lifecycle;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A connection that goes back to its pool, and comes out of it, outside of any transaction. Whoever was cancelled midway
 * may have left a BEGIN on its way; what the next request is told is saved would become part of that transaction and be
 * lost. The driver's own word is not enough, for it learns of that BEGIN only when the answer comes. So the wish counts:
 * from the asking for a transaction until its end is confirmed it counts as open, and a ROLLBACK is queued behind
 * whatever is still on its way. Where all went well this costs nothing.
 */
final class CleanConnection implements Connection, Lifecycle, Wrapped<Connection> {

    private static final Logger log = LoggerFactory.getLogger(CleanConnection.class);

    private final Connection connection;
    private volatile boolean open;

    CleanConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Mono<Void> beginTransaction() {
        return begun(connection.beginTransaction());
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return begun(connection.beginTransaction(definition));
    }

    @Override
    public Mono<Void> commitTransaction() {
        return ended(connection.commitTransaction());
    }

    /** Not the driver's own, which does nothing as long as it has not heard of the transaction. */
    @Override
    public Mono<Void> rollbackTransaction() {
        return Mono.defer(() -> isLeftOpen() ? rollback() : Mono.empty());
    }

    @Override
    public Mono<Void> postAllocate() {
        return endWhatWasLeftOpen();
    }

    @Override
    public Mono<Void> preRelease() {
        return endWhatWasLeftOpen();
    }

    private Mono<Void> endWhatWasLeftOpen() {
        return Mono.defer(() -> {
            if (!isLeftOpen()) {
                return Mono.empty();
            }
            log.debug("A connection was left inside a transaction and is rolled back");
            return rollback().onErrorResume(this::giveUp);
        });
    }

    private boolean isLeftOpen() {
        return open || !connection.isAutoCommit();
    }

    private Mono<Void> rollback() {
        return ended(Mono.from(connection.createStatement("ROLLBACK").execute())
                .flatMap(result -> Mono.from(result.getRowsUpdated()))
                .then());
    }

    /** A closed connection does not pass the pool's validation. */
    private Mono<Void> giveUp(Throwable failure) {
        log.warn("A connection was left inside a transaction and is closed: {}", failure.toString());
        return Mono.from(connection.close());
    }

    private Mono<Void> begun(Publisher<Void> begin) {
        return Mono.from(begin).doOnSubscribe(asked -> open = true);
    }

    private Mono<Void> ended(Publisher<Void> end) {
        return Mono.from(end).doOnSuccess(confirmed -> open = false);
    }

    @Override
    public Connection unwrap() {
        return connection;
    }

    @Override
    public Publisher<Void> close() {
        return connection.close();
    }

    @Override
    public Batch createBatch() {
        return connection.createBatch();
    }

    @Override
    public Statement createStatement(String sql) {
        return connection.createStatement(sql);
    }

    @Override
    public Publisher<Void> createSavepoint(String name) {
        return connection.createSavepoint(name);
    }

    @Override
    public Publisher<Void> releaseSavepoint(String name) {
        return connection.releaseSavepoint(name);
    }

    @Override
    public Publisher<Void> rollbackTransactionToSavepoint(String name) {
        return connection.rollbackTransactionToSavepoint(name);
    }

    @Override
    public boolean isAutoCommit() {
        return connection.isAutoCommit();
    }

    @Override
    public Publisher<Void> setAutoCommit(boolean autoCommit) {
        return connection.setAutoCommit(autoCommit);
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return connection.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return connection.getTransactionIsolationLevel();
    }

    @Override
    public Publisher<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return connection.setTransactionIsolationLevel(level);
    }

    @Override
    public Publisher<Void> setLockWaitTimeout(Duration timeout) {
        return connection.setLockWaitTimeout(timeout);
    }

    @Override
    public Publisher<Void> setStatementTimeout(Duration timeout) {
        return connection.setStatementTimeout(timeout);
    }

    @Override
    public Publisher<Boolean> validate(ValidationDepth depth) {
        return connection.validate(depth);
    }
}
