package cn.huiyin.identity;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import org.jspecify.annotations.Nullable;

/**
 * A role and its reach 岗位: a place with all below it, or a unit. A resident's post has neither.
 *
 * @param place reach of a grid worker, dispatcher, supervisor or admin
 * @param unit reach of a handler or unit lead; the unit a grid worker or dispatcher speaks for, where known
 */
public record Post(
        Role role, @Nullable PlacePath place, @Nullable UnitId unit) {

    /** The reach over every place there is. */
    public static final PlacePath EVERYWHERE = new PlacePath("/");

    public static Post resident() {
        return new Post(Role.RESIDENT, null, null);
    }

    public static Post at(Role role, PlacePath place) {
        return new Post(role, place, null);
    }

    public static Post in(Role role, UnitId unit) {
        return new Post(role, null, unit);
    }

    public boolean reaches(PlacePath there) {
        return place != null && place.covers(there);
    }
}
