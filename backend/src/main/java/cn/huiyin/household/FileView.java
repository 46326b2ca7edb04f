package cn.huiyin.household;

import cn.huiyin.household.domain.Fact;
import cn.huiyin.household.domain.Relation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A household file as the contract shows it, to one reader: what they may not see is null or masked.
 *
 * @param asOf the day it shows
 * @param sight what the reader is to the home: OWN, GRID_WORKER …
 * @param etag what {@code If-Match} wants; null where a past day is shown
 */
public record FileView(
        String id,
        String buildingId,
        String place,
        String room,
        Occupancy status,
        String statusName,

        @com.fasterxml.jackson.annotation.JsonProperty("class")
        HouseholdClass kind,

        String className,
        List<TagShown> tags,
        List<MemberShown> members,
        List<WishShown> wishes,
        List<ResourceShown> resources,
        List<ContactShown> contacts,
        @Nullable String note,
        boolean visitsRefused,
        LocalDate touchedOn,
        LocalDate revisedOn,
        @Nullable LocalDate touchDue,
        LocalDate reviseDue,
        LocalDate asOf,
        List<String> sight,
        @Nullable String etag) {

    /** @param derived follows from ages; nobody gives it */
    public record TagShown(
            String code,
            String name,
            boolean derived,
            @Nullable String reason,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * @param birth a day, a year, or masked
     * @param age completed years on the day shown; null where unknown or masked
     */
    public record MemberShown(
            String id,
            @Nullable String name,
            @Nullable String birth,
            @Nullable Integer age,
            Relation relation,
            String relationName,
            @Nullable String phone,
            @Nullable String idNumber,
            @Nullable String health,
            boolean atHome,
            @Nullable String accountId,
            @Nullable LocalDate since) {}

    public record WishShown(
            String code,
            String domain,
            String name,
            @Nullable String words,
            @Nullable LocalDate since) {}

    public record ResourceShown(
            String id,
            Fact.Resource.Kind kind,
            @Nullable String words,
            @Nullable LocalDate since) {}

    /** @param own whether it is the reader's */
    public record ContactShown(
            boolean own,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String bestTime) {}
}
