package cn.huiyin.rehearsal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A store meets a real PostgreSQL, without Spring. The constructor or a test method may ask for a {@link TestDatabase}, a
 * {@code DatabaseClient}, a {@code ConnectionFactory}, a {@code TransactionalOperator} or a {@link RehearsalClock}. The
 * database is this class's own: its tests share it, no other class sees it.
 *
 * <pre>{@code
 * @StoreTest
 * class TicketsTest {
 *     private final Tickets tickets;
 *
 *     TicketsTest(DatabaseClient database) {
 *         this.tickets = new Tickets(database);
 *     }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(StoreTestExtension.class)
public @interface StoreTest {}
