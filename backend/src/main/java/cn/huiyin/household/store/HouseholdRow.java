package cn.huiyin.household.store;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Occupancy;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of {@code household} as PostgreSQL writes and reads it as JSON. */
record HouseholdRow(
        String id,
        String building,
        String path,
        String room,
        String roomKey,
        Occupancy status,
        @JsonProperty("class") HouseholdClass kind,
        @Nullable LocalDate classUntil,
        List<String> tags,
        List<String> needs,
        int members,
        LocalDate openedOn,
        LocalDate touchedOn,
        LocalDate revisedOn,
        @Nullable LocalDate touchDue,
        LocalDate reviseDue,
        long version) {

    Household household() {
        return new Household(
                new HouseholdId(id),
                new PlaceId(building),
                new PlacePath(path),
                room,
                roomKey,
                status,
                kind,
                tags,
                needs,
                members,
                touchedOn,
                revisedOn,
                touchDue,
                reviseDue,
                version);
    }
}
