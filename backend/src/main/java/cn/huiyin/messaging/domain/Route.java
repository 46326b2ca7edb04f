package cn.huiyin.messaging.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
     * @param kept what is kept with it
     */
    record Out(Entry entry, List<Way> ways, List<String> notReached, Kept kept, List<Decision> decisions)
            implements Route {}

    /**
     * Not before then. It is in the inbox.
     *
     * @param owed a human gets a task where in the end nothing reaches the person
     */
    record Held(Instant until, Known.Held why, boolean owed, List<Decision> decisions) implements Route {}

    /** Together with what else is held for the person, in one message. */
    record Summarised(List<Decision> decisions) implements Route {}

    /** Withdrawn, or in other hands, since it was claimed. */
    record NotOurs() implements Route {

        @Override
        public List<Decision> decisions() {
            return List.of();
        }
    }

    /**
     * What is kept with a message that goes out.
     *
     * @param owed a human gets a task where nothing reaches the person
     * @param limit of the day, where it counts; null where it does not
     */
    record Kept(boolean owed, @Nullable Integer limit) {}
}
