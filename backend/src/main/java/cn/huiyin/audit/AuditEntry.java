package cn.huiyin.audit;

import java.time.Instant;
import java.util.List;

/**
 * One deed, sealed.
 *
 * @param id its place in the chain: 1, 2, 3 … without a gap
 * @param at when, by the one clock, to the microsecond
 * @param kind what was done, such as {@code ROLE_GRANTED}
 * @param actor the account that did it; 0 is the program itself
 * @param subject what it was done to
 * @param facts JSON, sealed as these very characters
 * @param previous the hash of the entry before
 * @param hash {@link HashChain#next} of previous and, in this order: id, {@link HashChain#time at}, kind, actor, subject, facts
 */
public record AuditEntry(
        long id, Instant at, String kind, long actor, String subject, String facts, String previous, String hash) {

    /** Follows this end of the chain, and is what was sealed. */
    boolean follows(AuditHead before) {
        return id == before.length() + 1 && previous.equals(before.hash()) && hash.equals(seal());
    }

    AuditHead asHead() {
        return new AuditHead(id, hash);
    }

    private String seal() {
        return HashChain.next(
                previous, List.of(Long.toString(id), HashChain.time(at), kind, Long.toString(actor), subject, facts));
    }
}
