package cn.huiyin.visit;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A page of a list. */
public record VisitPage<T>(List<T> items, @Nullable String nextCursor) {

    /** @param found one more than the page holds, where there are more */
    static <R, T> VisitPage<T> of(List<R> found, int size, Function<R, T> shown, Function<R, String> cursor) {
        List<R> part = found.subList(0, Math.min(size, found.size()));
        return new VisitPage<>(
                part.stream().map(shown).toList(), found.size() > size ? cursor.apply(part.get(size - 1)) : null);
    }
}
