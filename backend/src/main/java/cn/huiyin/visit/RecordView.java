package cn.huiyin.visit;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.safety.CheckState;
import cn.huiyin.visit.domain.Outcome;
import cn.huiyin.visit.domain.Way;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record as one reader sees it. What staff wrote for each other is null for residents and in lists.
 *
 * @param kind the class of the household on that day
 * @param late entered after the deadline
 * @param answers in the order of the checklists
 * @param warmNote 暖心备注
 * @param toHousehold what the household reads of it
 * @param check how far the content check of that is; null where there is nothing to say
 * @param tickets of the problems found
 */
public record RecordView(
        String id,
        String householdId,
        String home,
        @JsonProperty("class") HouseholdClass kind,
        Instant at,
        int minutes,
        Instant enteredAt,
        Instant entryDueAt,
        boolean late,
        String by,
        Way way,
        String wayName,
        Outcome outcome,
        String outcomeName,
        @Nullable Integer checklistVersion,
        @Nullable List<Answered> answers,
        @Nullable String words,
        @Nullable String warmNote,
        @Nullable String toHousehold,
        @Nullable CheckState check,
        @Nullable List<Photo> photos,
        List<String> tickets,
        List<String> cards,
        @Nullable String appointmentId) {

    /**
     * An answer.
     *
     * @param answer in words
     * @param problem it tells of a problem
     */
    public record Answered(String code, String ask, String answer, boolean problem) {}

    /** @param url null while it is hidden from the reader */
    public record Photo(
            String id, @Nullable String url, @Nullable CheckState check) {}
}
