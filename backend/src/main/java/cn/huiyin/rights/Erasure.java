package cn.huiyin.rights;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request to be forgotten.
 *
 * @param dueAt until then it may be withdrawn; after that it is carried out
 * @param done what was done, in sentences for the person
 */
public record Erasure(
        String id,
        State state,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant doneAt,
        List<String> done) {

    /** How far it has come. */
    public enum State {
        WAITING,
        WITHDRAWN,
        /** Not carried out: the person holds a post by now. */
        REFUSED,
        DONE
    }
}
