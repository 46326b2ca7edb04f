package cn.huiyin.safety;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of something are not free for all, read together with it through the view {@code content_mark}.
 *
 * @param states by part; a part that is not in it has passed
 */
public record Marks(Map<String, CheckState> states) {

    public static final Marks NONE = new Marks(Map.of());

    public static final String DESCRIPTION = "description";

    public Marks {
        states = Map.copyOf(states);
    }

    /** The words that go with a line of a timeline. */
    public static String event(int seq) {
        return "event/" + seq;
    }

    public static String media(String id) {
        return "media/" + id;
    }

    /** How far this part has come, or null where it is free for all. */
    public @Nullable CheckState of(String part) {
        return states.get(part);
    }

    public boolean isFree(String part) {
        return !states.containsKey(part);
    }
}
