package cn.huiyin.conversation.answering;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.conversation.domain.Draft;
import cn.huiyin.conversation.domain.PlaceWords;
import cn.huiyin.conversation.domain.Spot;
import cn.huiyin.identity.Home;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a matter is: what the words name, else the person's home. */
@Component
class Placing {

    private final Community community;

    Placing(Community community) {
        this.community = community;
    }

    /** What came of looking for a place: the draft, with a place or not, and what may be meant. */
    record Placed(Draft draft, List<Place> choices) {}

    Placed place(Draft draft, String said, Optional<Home> home) {
        List<Place> named =
                new PlaceWords(atlas()).find(said, home.map(Placing::community).orElse(null));
        if (named.size() == 1) {
            return new Placed(draft.at(Spot.of(named.get(0), atlas()), false), List.of());
        }
        if (named.isEmpty() && !draft.hasPlace() && home.isPresent()) {
            return new Placed(atHome(draft, home.get()), List.of());
        }
        return new Placed(draft, named);
    }

    Draft chosen(Draft draft, String place) {
        return atlas().place(new PlaceId(place))
                .map(found -> draft.at(Spot.of(found, atlas()), false))
                .orElse(draft);
    }

    private Draft atHome(Draft draft, Home home) {
        return atlas().place(home.building())
                .map(found -> draft.at(Spot.of(found, atlas()), true))
                .orElse(draft);
    }

    String shown(Place place) {
        return Spot.of(place, atlas()).shown();
    }

    /** Where there is one street only, somebody there can find out where exactly. */
    boolean canBeFoundOut() {
        return atlas().streets().size() == 1;
    }

    /** Any building, for showing how one is named. */
    String example() {
        return atlas().places().stream()
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .findFirst()
                .map(this::shown)
                .orElse("3号楼");
    }

    private static @Nullable PlacePath community(Home home) {
        return home.path().wider().flatMap(PlacePath::wider).orElse(null);
    }

    private Atlas atlas() {
        return community.atlas();
    }
}
