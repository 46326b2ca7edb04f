package cn.huiyin.visit;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.visit.domain.ConsentState;
import cn.huiyin.visit.domain.Outcome;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody should know before they go to a home.
 *
 * @param consent how the home stands to visits
 * @param warmNotes what those wrote who came before, the latest first
 * @param cards open ones
 * @param checklists those for this home
 */
public record VisitBrief(
        String householdId,
        String home,
        @JsonProperty("class") HouseholdClass kind,
        List<Named> tags,
        ConsentState consent,
        String consentName,
        @Nullable Instant lastVisitAt,
        @Nullable Outcome lastOutcome,
        List<WarmNote> warmNotes,
        List<CardView> cards,
        ChecklistView checklists) {

    /** A code with its name. */
    public record Named(String code, String name) {}

    /** 暖心备注: how to speak with them, what they like. */
    public record WarmNote(Instant at, String by, String words) {}
}
