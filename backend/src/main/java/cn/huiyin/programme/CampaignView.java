package cn.huiyin.programme;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.programme.domain.Campaign.Move;
import cn.huiyin.programme.domain.Campaign.Stage;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the contract shows it.
 *
 * @param groups whom it is for, by tags; empty for all
 * @param first the tags of those who are visited first and in person
 * @param moves what the caller may do now
 */
public record CampaignView(
        String id,
        Named place,
        @Nullable String theme,
        String name,
        LocalDate startsOn,
        LocalDate endsOn,
        List<String> groups,
        List<String> first,
        List<Named> pilots,
        int pilotMonthly,
        Stage stage,
        String stageName,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String note,
        Set<Move> moves,
        int version) {

    public record Named(String id, String name) {}

    /**
     * How far a grid or community is.
     *
     * @param tried somebody came, and the visit does not count
     * @param monthlyTarget what a pilot community aims at each month; null elsewhere
     */
    public record Progress(
            Named place,
            long homes,
            long done,
            long firstHomes,
            long firstDone,
            long tried,
            long thisMonth,
            @Nullable Integer monthlyTarget) {}

    /** A home of it. */
    public record Home(
            String householdId,
            String place,
            String room,
            @JsonProperty("class") HouseholdClass kind,
            List<String> tags,
            List<String> needs,
            boolean first,
            boolean refused,
            @Nullable Instant doneAt,
            @Nullable Instant triedAt) {}
}
