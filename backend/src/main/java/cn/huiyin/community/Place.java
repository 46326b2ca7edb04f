package cn.huiyin.community;

import org.jspecify.annotations.Nullable;

/**
 * A street, community, grid or building.
 *
 * @param parent the place it lies in; null for a street
 * @param name what people call it, such as 2号楼
 * @param at where its middle is, where known
 * @param outline its border, where known
 */
public record Place(
        PlaceId id,
        PlaceKind kind,
        @Nullable PlaceId parent,
        String name,
        PlacePath path,
        @Nullable Point at,
        @Nullable Outline outline) {

    public PlaceId street() {
        return path.street();
    }
}
