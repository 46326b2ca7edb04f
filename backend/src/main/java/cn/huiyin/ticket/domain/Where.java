package cn.huiyin.ticket.domain;

import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import org.jspecify.annotations.Nullable;

/**
 * Where the matter is.
 *
 * @param place the smallest place known: building, grid, community or street
 * @param path where that hangs in the tree; who may see the ticket is judged by it
 * @param detail in the resident's words
 */
public record Where(
        PlaceId place,
        PlacePath path,
        @Nullable String detail,
        @Nullable Double lng,
        @Nullable Double lat) {

    public Where at(PlaceId other, PlacePath otherPath) {
        return new Where(other, otherPath, detail, lng, lat);
    }
}
