package cn.huiyin.problem;

import io.lettuce.core.RedisException;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** What each failure is called in the contract. The first row that finds its kind among the causes, and has an answer, speaks. */
final class Failures {

    static final Refusal STORE_AWAY = Refusal.unavailable("STORE_AWAY", "系统暂时忙不过来，请稍后再试", Duration.ofSeconds(5));

    private static final Refusal UNEXPECTED = Refusal.of(500, "UNEXPECTED", "系统出了点问题，我们已记录，请稍后再试");

    private static final List<Row<?>> TABLE = List.of(
            // said by ourselves
            row(Refusal.class, refusal -> refusal),
            // the address and the envelope
            row(NoResourceFoundException.class, Refusal.of(404, "UNKNOWN_ADDRESS", "没有这个地址")),
            row(MethodNotAllowedException.class, Refusal.of(405, "METHOD_NOT_ALLOWED", "这个地址不支持这种操作")),
            row(DataBufferLimitException.class, Refusal.of(413, "TOO_LARGE", "发送的内容太大")),
            row(ContentTooLargeException.class, Refusal.of(413, "TOO_LARGE", "发送的内容太大")),
            row(NotAcceptableStatusException.class, Refusal.of(406, "NOT_ACCEPTABLE", "只能以 JSON 格式回答")),
            row(
                    UnsupportedMediaTypeStatusException.class,
                    Refusal.of(415, "UNSUPPORTED_CONTENT_TYPE", "不支持这种内容格式，请用 application/json")),
            row(
                    InvalidMediaTypeException.class,
                    Refusal.of(415, "UNSUPPORTED_CONTENT_TYPE", "不支持这种内容格式，请用 application/json")),
            row(ServerExchangeRejectedException.class, Refusal.of(400, "BAD_ADDRESS", "地址或请求头里有不能使用的字符")),
            // the content
            row(ResponseStatusException.class, InputFaults::explain),
            // PostgreSQL and Redis
            row(R2dbcException.class, StoreFailures::explain),
            row(DataAccessResourceFailureException.class, STORE_AWAY),
            row(TransientDataAccessException.class, STORE_AWAY),
            row(CannotCreateTransactionException.class, STORE_AWAY),
            row(RedisSystemException.class, STORE_AWAY),
            row(RedisException.class, STORE_AWAY),
            row(TimeoutException.class, Refusal.unavailable("TOO_SLOW", "系统响应太慢，请稍后再试", Duration.ofSeconds(5))),
            // anything else that carries a status
            row(ResponseStatusException.class, Failures::byStatus));

    private Failures() {}

    static Refusal explain(Throwable failure) {
        for (Row<?> row : TABLE) {
            Refusal refusal = row.explain(failure);
            if (refusal != null) {
                return refusal;
            }
        }
        return UNEXPECTED;
    }

    private static @Nullable Refusal byStatus(ResponseStatusException failure) {
        int status = failure.getStatusCode().value();
        return status >= 400 && status < 500 ? Refusal.of(status, "NOT_TAKEN", "请求未被接受，请检查后再试") : null;
    }

    private static <E extends Throwable> Row<E> row(Class<E> kind, Refusal says) {
        return new Row<>(kind, failure -> says);
    }

    private static <E extends Throwable> Row<E> row(Class<E> kind, Function<E, @Nullable Refusal> says) {
        return new Row<>(kind, says);
    }

    private record Row<E extends Throwable>(Class<E> kind, Function<E, @Nullable Refusal> says) {

        @Nullable Refusal explain(Throwable failure) {
            int depth = 0;
            for (Throwable cause = failure; cause != null && depth < 16; cause = cause.getCause(), depth++) {
                if (kind.isInstance(cause)) {
                    return says.apply(kind.cast(cause));
                }
            }
            return null;
        }
    }
}
