package cn.huiyin.visit;

import cn.huiyin.visit.domain.ConsentDeed;
import cn.huiyin.visit.domain.ConsentPart;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.domain.ConsentWay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a home stands to visits.
 *
 * @param since when; null where nothing was said yet
 * @param told what was told to everybody around not long ago; null where nothing was
 * @param secondTryDue by when the secretary tries again; null unless that is open
 * @param quietUntil until then nobody asks; null unless that holds
 * @param deeds what the reader may say or note now
 * @param history the newest first, at most 50; null in lists
 */
public record ConsentView(
        String householdId,
        String home,
        ConsentState state,
        String stateName,
        @Nullable Instant since,
        @Nullable Told told,
        @Nullable LocalDate secondTryDue,
        @Nullable LocalDate quietUntil,
        List<ConsentDeed> deeds,
        @Nullable List<Line> history) {

    /** What visits are for, told to everybody in a place. */
    public record Told(ConsentWay way, String wayName, String purpose, Instant at) {}

    /**
     * Something that was told or said.
     *
     * @param by who said or noted it
     * @param byItself nobody had asked
     */
    public record Line(
            Instant at,
            Instant notedAt,
            ConsentDeed deed,
            String deedName,
            ConsentWay way,
            String wayName,
            String by,
            ConsentPart as,
            boolean byItself,
            ConsentState state,
            @Nullable String purpose,
            @Nullable String words) {}
}
