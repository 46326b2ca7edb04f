package cn.huiyin.audit;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the chain found.
 *
 * @param checked entries that hold, counted from the first
 * @param head the end of the chain as it is noted
 * @param brokenAt the first entry that does not hold: changed, missing or out of order; null if all is well
 */
public record AuditVerdict(
        boolean intact,
        long checked,
        AuditHead head,
        @Nullable Long brokenAt) {

    static AuditVerdict of(AuditHead reached, AuditHead noted) {
        boolean intact = reached.equals(noted);
        return new AuditVerdict(intact, reached.length(), noted, intact ? null : firstBroken(reached, noted));
    }

    /** Where all the links hold and yet the end is another, the end itself is what was tampered with. */
    private static long firstBroken(AuditHead reached, AuditHead noted) {
        return reached.length() == noted.length() ? noted.length() : reached.length() + 1;
    }
}
