package cn.huiyin.household.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact is true from a day on, or no longer true.
 *
 * @param fact null where it is no longer true
 */
public record Change(
        String key,
        LocalDate from,
        @Nullable Fact fact,
        @Nullable String why) {

    public static Change that(Fact fact, LocalDate from, @Nullable String why) {
        return new Change(fact.key(), from, fact, why);
    }

    public static Change gone(String key, LocalDate from, @Nullable String why) {
        return new Change(key, from, null, why);
    }
}
