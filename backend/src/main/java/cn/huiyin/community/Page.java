package cn.huiyin.community;

import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param nextCursor where the next part begins; null at the end
 */
record Page<T>(List<T> items, @Nullable String nextCursor) {

    private static final int MOST = 100;

    /**
     * The part behind the item whose id is the cursor.
     *
     * @param size from 1 to 100
     */
    static <T> Page<T> of(List<T> all, Function<T, String> id, @Nullable String cursor, int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid(new Fault("size", "size 应在 1 至 " + MOST + " 之间"));
        }
        int from = cursor == null ? 0 : behind(all.stream().map(id).toList(), cursor);
        int to = Math.min(all.size(), from + size);
        return new Page<>(all.subList(from, to), to < all.size() ? id.apply(all.get(to - 1)) : null);
    }

    private static int behind(List<String> ids, String cursor) {
        int at = ids.indexOf(cursor);
        if (at < 0) {
            throw Refusal.invalid(new Fault("cursor", "cursor 已失效，请从头查询"));
        }
        return at + 1;
    }
}
