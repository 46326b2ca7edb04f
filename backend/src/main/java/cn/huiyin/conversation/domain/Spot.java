package cn.huiyin.conversation.domain;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import org.jspecify.annotations.Nullable;

/**
 * A building or a grid, as it is shown back.
 *
 * @param shown such as 听雨社区 听雨一网格 2号楼
 */
public record Spot(@Nullable String building, @Nullable String grid, String shown) {

    public static Spot of(Place place, Atlas atlas) {
        String words = atlas.inWords(place.path());
        int street = words.indexOf(' ');
        String shown = street < 0 ? words : words.substring(street + 1);
        return place.kind() == PlaceKind.BUILDING
                ? new Spot(place.id().value(), null, shown)
                : new Spot(null, place.id().value(), shown);
    }
}
