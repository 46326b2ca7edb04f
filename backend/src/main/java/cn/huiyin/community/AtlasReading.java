package cn.huiyin.community;

import static java.util.Objects.requireNonNull;

import cn.huiyin.community.CommunityDocument.PlaceEntry;
import cn.huiyin.community.CommunityDocument.UnitEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns a document that {@link CommunityCheck} found whole into an atlas. */
final class AtlasReading {

    private final Map<PlaceId, PlaceEntry> entries = new LinkedHashMap<>();
    private final Map<PlaceId, PlacePath> paths = new HashMap<>();
    private final List<UnitEntry> units;

    private AtlasReading(CommunityDocument document) {
        for (var entry : items(document.places())) {
            entries.put(new PlaceId(requireNonNull(entry.id())), entry);
        }
        units = items(document.units());
    }

    static Atlas read(CommunityDocument document) {
        var reading = new AtlasReading(document);
        return new Atlas(
                reading.entries.keySet().stream().map(reading::place).toList(),
                reading.units.stream().map(reading::unit).toList());
    }

    /** A list without its nulls; the check has already named them. */
    static <T> List<T> items(@Nullable List<@Nullable T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    private Place place(PlaceId id) {
        var entry = requireNonNull(entries.get(id));
        return new Place(
                id,
                requireNonNull(entry.kind()),
                entry.parent() == null ? null : new PlaceId(entry.parent()),
                requireNonNull(entry.name()),
                pathOf(id),
                entry.lng() == null || entry.lat() == null ? null : new Point(entry.lng(), entry.lat()),
                outline(entry.outline()));
    }

    private PlacePath pathOf(PlaceId id) {
        var known = paths.get(id);
        if (known != null) {
            return known;
        }
        var parent = requireNonNull(entries.get(id), "no such place").parent();
        var path = parent == null
                ? PlacePath.root(id)
                : pathOf(new PlaceId(parent)).child(id);
        paths.put(id, path);
        return path;
    }

    private static @Nullable Outline outline(@Nullable List<double[]> corners) {
        return corners == null
                ? null
                : new Outline(corners.stream()
                        .map(corner -> new Point(corner[0], corner[1]))
                        .toList());
    }

    private Unit unit(UnitEntry entry) {
        return new Unit(
                new UnitId(requireNonNull(entry.id())),
                requireNonNull(entry.kind()),
                requireNonNull(entry.name()),
                pathOf(new PlaceId(requireNonNull(entry.serves()))),
                entry.above() == null ? null : new UnitId(entry.above()),
                Set.copyOf(items(entry.duties())));
    }
}
