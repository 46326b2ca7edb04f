package cn.huiyin.messaging.web;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list, the newest first; a cursor is the id of its last line. */
record MessagePage<T>(List<T> items, @Nullable String nextCursor) {

    static final String FROM_THE_NEWEST = "9223372036854775807";
    static final String CURSOR = "cursor 须是上一页给出的 nextCursor";
    static final String SIZE = "每页 1 到 100 条";

    /** Of one line more than was asked for: whether there is more. */
    static <T> MessagePage<T> of(List<T> oneMore, int size, Function<T, String> id) {
        var items = oneMore.subList(0, Math.min(size, oneMore.size()));
        return new MessagePage<>(items, oneMore.size() > size ? id.apply(items.get(size - 1)) : null);
    }
}
