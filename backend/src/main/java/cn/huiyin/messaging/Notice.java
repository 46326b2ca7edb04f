package cn.huiyin.messaging;

import cn.huiyin.identity.AccountId;
import cn.huiyin.privacy.PersonalNumbers;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A promise to tell somebody something at a certain time; kept in the transaction of its cause.
 *
 * @param occasion its entry in the catalogue, such as {@code TICKET_RECEIVED}
 * @param dedupKey names the fact (ticket, deadline version, step, recipient), unique for ever: the same fact is told once
 * @param street what a city shards by
 * @param subjectKind what it is about, such as {@code ticket}
 * @param subjectId which one, such as the ticket's number
 * @param recipient who, or null where the subject names its audience when the time has come
 * @param notBefore not told before this instant; null means at once
 * @param facts what the sentence is made of
 */
public record Notice(
        String occasion,
        String dedupKey,
        String street,
        String subjectKind,
        String subjectId,
        @Nullable AccountId recipient,
        @Nullable Instant notBefore,
        Map<String, String> facts) {

    /** What waits lies open, and many read it: whoever needs a number opens the thing itself. */
    public Notice {
        facts = PersonalNumbers.masked(facts);
    }
}
