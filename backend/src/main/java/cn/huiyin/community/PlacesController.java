package cn.huiyin.community;

import cn.huiyin.problem.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tree of places and the units, for all who are logged in. */
@RestController
@RequestMapping("/api/v1")
class PlacesController {

    private final Community community;

    PlacesController(Community community) {
        this.community = community;
    }

    /** What lies directly in a place; without one, the streets. */
    @GetMapping("/places")
    Page<PlaceView> places(
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        var atlas = community.atlas();
        var places = parent == null ? atlas.streets() : childrenOf(new PlaceId(parent), atlas);
        return Page.of(places.stream().map(place -> PlaceView.of(place, atlas)).toList(), PlaceView::id, cursor, size);
    }

    private static List<Place> childrenOf(PlaceId parent, Atlas atlas) {
        if (atlas.place(parent).isEmpty()) {
            throw Refusal.unknown("PLACE_UNKNOWN", "没有这个地点");
        }
        return atlas.children(parent);
    }

    @GetMapping("/units")
    Page<UnitView> units(@RequestParam @Nullable String cursor, @RequestParam(defaultValue = "20") int size) {
        var units = community.atlas().units().stream().map(UnitView::of).toList();
        return Page.of(units, UnitView::id, cursor, size);
    }

    /**
     * A place as the contract shows it.
     *
     * @param inWords the whole way to it, street first
     * @param hasChildren whether there is something in it to choose from
     */
    record PlaceView(
            String id,
            PlaceKind kind,
            @Nullable String parent,
            String name,
            String inWords,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean hasChildren) {

        static PlaceView of(Place place, Atlas atlas) {
            var at = place.at();
            return new PlaceView(
                    place.id().value(),
                    place.kind(),
                    place.parent() == null ? null : place.parent().value(),
                    place.name(),
                    atlas.inWords(place.path()),
                    at == null ? null : at.lng(),
                    at == null ? null : at.lat(),
                    !atlas.children(place.id()).isEmpty());
        }
    }

    /**
     * A unit as the contract shows it.
     *
     * @param serves id of the place whose matters it takes
     * @param above id of the unit it turns to
     * @param duties codes of categories, in their order
     */
    record UnitView(
            String id,
            UnitKind kind,
            String name,
            String serves,
            @Nullable String above,
            List<String> duties) {

        static UnitView of(Unit unit) {
            return new UnitView(
                    unit.id().value(),
                    unit.kind(),
                    unit.name(),
                    unit.serves().last().value(),
                    unit.above() == null ? null : unit.above().value(),
                    unit.duties().stream().sorted().toList());
        }
    }
}
