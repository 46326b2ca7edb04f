package cn.huiyin;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import reactor.core.publisher.Mono;

/** Makes each connection a {@link CleanConnection}. */
record CleanConnections(ConnectionFactory connections) implements ConnectionFactory, Wrapped<ConnectionFactory> {

    @Override
    public Mono<CleanConnection> create() {
        return Mono.from(connections.create()).map(CleanConnection::new);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.getMetadata();
    }

    @Override
    public ConnectionFactory unwrap() {
        return connections;
    }
}
