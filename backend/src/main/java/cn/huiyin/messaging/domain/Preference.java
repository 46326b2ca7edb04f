package cn.huiyin.messaging.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a person wants to be told.
 *
 * @param quiet hours of their own; null for those of the policy
 * @param daily ordinary messages once a day, together
 * @param leftOut channels that they do not want to be used
 */
public record Preference(@Nullable QuietHours quiet, boolean daily, Set<String> leftOut) {

    public static final Preference NONE = new Preference(null, false, Set.of());

    public Preference {
        leftOut = Set.copyOf(leftOut);
    }
}
