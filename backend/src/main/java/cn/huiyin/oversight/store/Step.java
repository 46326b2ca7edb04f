package cn.huiyin.oversight.store;

import cn.huiyin.idempotency.Repeat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A step of a check or of a notice, with what the functions of the database want to know of either.
 *
 * @param of {@code visit} or {@code no}
 * @param seq which line of its history it will be, and its version from then on
 */
record Step(String of, String id, int seq, long by) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Its document, to be completed.
     *
     * @param sealed what was said with it
     * @param notices as {@code outbox_append} takes them
     * @param repeated the answer to a request that may come twice, as {@code oversight_answered} takes it
     */
    Map<String, @Nullable Object> document(
            @Nullable String sealed, String notices, @Nullable Map<String, @Nullable Object> repeated) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(of, id);
        document.put("version", seq - 1);
        document.put("by", by);
        document.put("sealed", sealed);
        document.put("notices", JSON.readTree(notices));
        document.put("repeat", repeated);
        return document;
    }

    /** Null where the request has no key. */
    @Nullable Map<String, @Nullable Object> answer(Repeat repeat, int status, @Nullable String location, String body) {
        if (repeat.key() == null) {
            return null;
        }
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("caller", repeat.caller());
        document.put("key", repeat.key());
        document.put("fingerprint", repeat.fingerprint());
        document.put("status", status);
        document.put("location", location);
        document.put("etag", "\"%d\"".formatted(seq));
        document.put("body", body);
        return document;
    }
}
