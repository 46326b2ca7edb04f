package cn.huiyin.messaging.domain;

import java.time.Instant;
import java.util.List;

/** What was decided about the way of one message, and why. */
public sealed interface Route {

    /** In the order they were taken. */
    List<Decision> decisions();

    /**
     * Out now, by the first of these ways that reaches the person. Where there is none, or none of them does, it is in the
     * inbox and {@link Entry#mustReach()} says whether a human gets a task.
     *
     * @param entry the entry, with what the policy asks beyond it
     * @param notReached why the other channels are not tried, such as {@code NO_GRANT}
     */
    record Out(Entry entry, List<Way> ways, List<String> notReached, List<Decision> decisions) implements Route {}

    /** Not before then. It is in the inbox. */
    record Held(Instant until, String why, List<Decision> decisions) implements Route {}

    /** Together with what else is held for the person, in one message. */
    record Summarised(List<Decision> decisions) implements Route {}

    /** Withdrawn, or in other hands, since it was claimed. */
    record NotOurs() implements Route {

        @Override
        public List<Decision> decisions() {
            return List.of();
        }
    }
}
