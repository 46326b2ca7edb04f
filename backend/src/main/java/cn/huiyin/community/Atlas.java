package cn.huiyin.community;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All places and units at one moment: immutable, and quick to ask. */
public final class Atlas {

    /** How far from a building somebody may stand and still be taken to mean its grid, in metres. */
    static final double REACH_OF_A_BUILDING = 500;

    private final Map<PlaceId, Place> places = new LinkedHashMap<>();
    private final Map<PlaceId, List<Place>> children = new HashMap<>();
    private final Map<UnitId, Unit> units = new LinkedHashMap<>();
    private final Map<Duty, Unit> duties = new HashMap<>();
    private final List<Place> streets;

    /** What is answered for, and where. */
    private record Duty(String category, PlacePath place) {}

    Atlas(Collection<Place> places, Collection<Unit> units) {
        places.forEach(this::add);
        units.forEach(this::add);
        this.streets = places.stream()
                .filter(place -> place.kind() == PlaceKind.STREET)
                .toList();
    }

    private void add(Place place) {
        places.put(place.id(), place);
        if (place.parent() != null) {
            children.computeIfAbsent(place.parent(), any -> new ArrayList<>()).add(place);
        }
    }

    private void add(Unit unit) {
        units.put(unit.id(), unit);
        unit.duties().forEach(category -> duties.putIfAbsent(new Duty(category, unit.serves()), unit));
    }

    public Optional<Place> place(PlaceId id) {
        return Optional.ofNullable(places.get(id));
    }

    public Optional<PlacePath> pathOf(PlaceId id) {
        return place(id).map(Place::path);
    }

    public List<Place> streets() {
        return streets;
    }

    /** What lies directly in a place, in the order of the document it came with. */
    public List<Place> children(PlaceId parent) {
        return List.copyOf(children.getOrDefault(parent, List.of()));
    }

    public Collection<Place> places() {
        return List.copyOf(places.values());
    }

    /** A path in words, widest first: 青禾街道 听雨社区 听雨一网格 2号楼. Places it does not know are left out. */
    public String inWords(PlacePath path) {
        return upwards(path)
                .flatMap(step -> place(step.last()).stream())
                .sorted(Comparator.comparing(Place::kind))
                .map(Place::name)
                .collect(Collectors.joining(" "));
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(units.get(id));
    }

    public Collection<Unit> units() {
        return List.copyOf(units.values());
    }

    /**
     * Who answers for a category at a place. A duty for the sub-item comes before one for its top category, and of
     * those the one for the nearest place before a wider one. Empty where nobody owns it.
     */
    public Optional<Unit> unitFor(String category, PlacePath there) {
        return narrowestFirst(category)
                .flatMap(code -> upwards(there).map(place -> new Duty(code, place)))
                .flatMap(duty -> Optional.ofNullable(duties.get(duty)).stream())
                .findFirst();
    }

    private static Stream<String> narrowestFirst(String category) {
        int dot = category.indexOf('.');
        return dot < 0 ? Stream.of(category) : Stream.of(category, category.substring(0, dot));
    }

    private static Stream<PlacePath> upwards(PlacePath path) {
        return Stream.iterate(Optional.of(path), Optional::isPresent, step -> step.flatMap(PlacePath::wider))
                .map(Optional::get);
    }

    /** Where a unit turns to when it cannot settle a matter itself; empty at the top. */
    public Optional<Unit> unitAbove(UnitId id) {
        return unit(id).map(Unit::above).flatMap(this::unit);
    }

    /** The grid around a point: the one whose border holds it, else that of the nearest building within 500 m. */
    public Optional<Place> gridAt(double lng, double lat) {
        var point = new Point(lng, lat);
        return gridAround(point).or(() -> gridNear(point));
    }

    private Optional<Place> gridAround(Point point) {
        return places.values().stream()
                .filter(place -> place.kind() == PlaceKind.GRID)
                .filter(grid -> grid.outline() != null && grid.outline().holds(point))
                .findFirst();
    }

    private Optional<Place> gridNear(Point point) {
        return places.values().stream()
                .filter(place -> place.kind() == PlaceKind.BUILDING && place.at() != null)
                .map(building -> new Nearby(building, metres(point, building)))
                .filter(nearby -> nearby.metres() <= REACH_OF_A_BUILDING)
                .min(Comparator.comparingDouble(Nearby::metres))
                .map(nearby -> nearby.building().parent())
                .flatMap(this::place);
    }

    private static double metres(Point point, Place building) {
        return building.at() == null ? Double.MAX_VALUE : point.metresTo(building.at());
    }

    private record Nearby(Place building, double metres) {}
}
