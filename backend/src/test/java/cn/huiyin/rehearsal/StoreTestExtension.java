package cn.huiyin.rehearsal;

import io.r2dbc.spi.ConnectionFactory;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Gives a test class its database and what is reached through it. */
final class StoreTestExtension implements ParameterResolver {

    private static final Map<Class<?>, Function<TestDatabase, Object>> GIVES = Map.of(
            TestDatabase.class, database -> database,
            DatabaseClient.class, TestDatabase::client,
            ConnectionFactory.class, TestDatabase::connections,
            TransactionalOperator.class, TestDatabase::transactions,
            RehearsalClock.class, TestDatabase::clock);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return GIVES.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return GIVES.get(parameter.getParameter().getType()).apply(databaseOf(context));
    }

    /** Closed by JUnit when the class is done. */
    private static TestDatabase databaseOf(ExtensionContext context) {
        var ofClass = context;
        while (ofClass.getTestMethod().isPresent()) {
            ofClass = ofClass.getParent().orElseThrow();
        }
        return ofClass.getStore(Namespace.create(StoreTestExtension.class))
                .computeIfAbsent(TestDatabase.class, key -> new TestDatabase(), TestDatabase.class);
    }
}
