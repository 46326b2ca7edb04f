package cn.huiyin.community;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One or more whole streets as they are handed in: every place and every unit of theirs. Anything may be missing or
 * wrong until {@link CommunityCheck} has looked at it.
 */
public record CommunityDocument(
        @Nullable List<@Nullable PlaceEntry> places,
        @Nullable List<@Nullable UnitEntry> units) {

    /** The streets it speaks of. */
    public Stream<PlacePath> streets() {
        return AtlasReading.items(places).stream()
                .filter(place -> place.kind() == PlaceKind.STREET && place.id() != null)
                .map(place -> new PlacePath("/" + place.id() + "/"));
    }

    /**
     * A place.
     *
     * @param outline corners as pairs of longitude and latitude
     */
    public record PlaceEntry(
            @Nullable String id,
            @Nullable PlaceKind kind,
            @Nullable String parent,
            @Nullable String name,
            @Nullable Double lng,
            @Nullable Double lat,
            @Nullable List<double[]> outline) {}

    /**
     * A unit.
     *
     * @param serves id of a place
     * @param above id of the unit one level up
     * @param duties codes of categories
     */
    public record UnitEntry(
            @Nullable String id,
            @Nullable UnitKind kind,
            @Nullable String name,
            @Nullable String serves,
            @Nullable String above,
            @Nullable List<@Nullable String> duties) {}
}
