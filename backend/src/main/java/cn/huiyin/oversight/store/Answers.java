package cn.huiyin.oversight.store;

import cn.huiyin.idempotency.Repeat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a request that may come twice, as {@code oversight_answered} takes it. */
final class Answers {

    private Answers() {}

    /** Null where the request has no key. */
    static @Nullable Map<String, @Nullable Object> document(
            Repeat repeat, int status, @Nullable String location, int version, String body) {
        if (repeat.key() == null) {
            return null;
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("caller", repeat.caller());
        document.put("key", repeat.key());
        document.put("fingerprint", repeat.fingerprint());
        document.put("status", status);
        document.put("location", location);
        document.put("etag", "\"%d\"".formatted(version));
        document.put("body", body);
        return document;
    }
}
