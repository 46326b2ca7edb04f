package cn.huiyin.problem;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The name of a request in logs and in the answer to a failure: 32 hex digits, as in W3C Trace Context. */
record TraceId(String value) {

    static final String HEADER = "X-Trace-Id";

    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final String NOBODY = "0".repeat(32);

    /** The caller's own, from a valid {@code traceparent}, else a new one. */
    static TraceId of(ServerHttpRequest request) {
        TraceId sent = parse(request.getHeaders().getFirst("traceparent"));
        return sent == null ? random() : sent;
    }

    private static @Nullable TraceId parse(@Nullable String traceparent) {
        if (traceparent == null || traceparent.startsWith("ff")) {
            return null;
        }
        var matcher = TRACEPARENT.matcher(traceparent);
        return matcher.matches() && !matcher.group(1).equals(NOBODY) ? new TraceId(matcher.group(1)) : null;
    }

    private static TraceId random() {
        var random = ThreadLocalRandom.current();
        return new TraceId(String.format("%016x%016x", random.nextLong(), random.nextLong()));
    }

    @Override
    public String toString() {
        return value;
    }
}
