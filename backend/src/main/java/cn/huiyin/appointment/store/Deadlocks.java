package cn.huiyin.appointment.store;

import io.r2dbc.postgresql.api.PostgresqlException;
import reactor.util.retry.Retry;

/** Two who wait for each other: PostgreSQL ends one of them, which then tries again. */
final class Deadlocks {

    private static final String DEADLOCK = "40P01";

    static final Retry TRY_AGAIN =
            Retry.max(3).filter(Deadlocks::isOne).onRetryExhaustedThrow((spec, last) -> last.failure());

    private Deadlocks() {}

    private static boolean isOne(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresqlException said) {
                return DEADLOCK.equals(said.getErrorDetails().getCode());
            }
        }
        return false;
    }
}
