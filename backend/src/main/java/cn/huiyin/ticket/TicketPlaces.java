package cn.huiyin.ticket;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.Submission.PlaceAsked;
import cn.huiyin.ticket.domain.Where;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the place that a resident means. */
@Component
class TicketPlaces {

    private final Community community;

    TicketPlaces(Community community) {
        this.community = community;
    }

    /** By building, else by grid, else by position; nothing if none of them is given or the position is out of reach. */
    Optional<Where> find(PlaceAsked asked) {
        Place building = known(asked.buildingId(), PlaceKind.BUILDING, "place.buildingId", "没有这栋楼");
        Place grid = known(asked.gridId(), PlaceKind.GRID, "place.gridId", "没有这个网格");
        if (building != null && grid != null && !grid.path().covers(building.path())) {
            throw Refusal.invalid(new Fault("place.buildingId", "这栋楼不在所选网格里"));
        }
        if ((asked.lng() == null) != (asked.lat() == null)) {
            throw Refusal.invalid(new Fault("place." + (asked.lng() == null ? "lng" : "lat"), "经纬度要一起填写"));
        }
        return Optional.ofNullable(building)
                .or(() -> Optional.ofNullable(grid))
                .or(() -> near(asked))
                .map(place -> where(place, asked));
    }

    /** Somebody's home, or somewhere in the street where that building is no longer known. */
    Where at(PlaceId home, PlaceAsked asked) {
        return atlas().place(home).map(place -> where(place, asked)).orElseGet(() -> somewhere(asked));
    }

    /** Where there is only one street, it is there; a dispatcher of the street says where exactly. */
    Where somewhere(PlaceAsked asked) {
        List<Place> streets = atlas().streets();
        if (streets.size() != 1) {
            throw Refusal.invalid(new Fault("place", "请选择所在的楼栋或网格"));
        }
        return where(streets.get(0), asked);
    }

    /** A grid named when classifying. */
    Where corrected(String gridId, Where before) {
        Place place = atlas().place(new PlaceId(gridId))
                .filter(found -> found.kind() == PlaceKind.GRID || found.kind() == PlaceKind.BUILDING)
                .orElseThrow(() -> Refusal.invalid(new Fault("gridId", "没有这个网格或楼栋")));
        if (!place.street().equals(before.path().street())) {
            throw Refusal.invalid(new Fault("gridId", "只能改到本街道的网格"));
        }
        return before.at(place.id(), place.path());
    }

    private Optional<Place> near(PlaceAsked asked) {
        return asked.lng() == null || asked.lat() == null ? Optional.empty() : atlas().gridAt(asked.lng(), asked.lat());
    }

    private @Nullable Place known(@Nullable String id, PlaceKind kind, String field, String missing) {
        return id == null
                ? null
                : atlas().place(new PlaceId(id))
                        .filter(place -> place.kind() == kind)
                        .orElseThrow(() -> Refusal.invalid(new Fault(field, missing)));
    }

    private static Where where(Place place, PlaceAsked asked) {
        return new Where(place.id(), place.path(), asked.detail(), asked.lng(), asked.lat());
    }

    private Atlas atlas() {
        return community.atlas();
    }
}
