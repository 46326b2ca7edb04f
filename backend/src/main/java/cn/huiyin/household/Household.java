package cn.huiyin.household;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A home as everybody who plans for it may know it: nothing in here is sealed, no name, no number.
 *
 * @param path of its building
 * @param room as it is written on the door, such as 3单元502
 * @param roomKey sorts rooms as people count them: 2-101 before 10-101
 * @param kind follows from the tags
 * @param tags codes of {@code household/tags.yaml}
 * @param needs codes of {@code household/needs.yaml}
 * @param members how many live there, as far as known
 * @param touchDue by when somebody should be in touch again; null while nobody is at home
 * @param reviseDue by when the whole file should be gone through
 * @param version of the file
 */
public record Household(
        HouseholdId id,
        PlaceId building,
        PlacePath path,
        String room,
        String roomKey,
        Occupancy status,
        HouseholdClass kind,
        List<String> tags,
        List<String> needs,
        int members,
        LocalDate touchedOn,
        LocalDate revisedOn,
        @Nullable LocalDate touchDue,
        LocalDate reviseDue,
        long version) {

    public Household {
        tags = List.copyOf(tags);
        needs = List.copyOf(needs);
    }

    /** What a city shards by. */
    public PlaceId street() {
        return path.street();
    }

    /** The grid its building lies in. */
    public PlacePath grid() {
        return path.wider().orElse(path);
    }
}
