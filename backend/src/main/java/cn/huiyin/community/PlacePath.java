package cn.huiyin.community;

import java.util.Optional;

/**
 * Where a place hangs in the tree, street first: {@code /qinghe/qinghe-c1/qinghe-c1-g2/}. A reach over a place is a
 * reach over all below it.
 */
public record PlacePath(String value) {

    public PlacePath {
        if (!value.startsWith("/") || !value.endsWith("/")) {
            throw new IllegalArgumentException("a path starts and ends with a slash: " + value);
        }
    }

    /** The path of a street. */
    public static PlacePath root(PlaceId street) {
        return new PlacePath("/" + street.value() + "/");
    }

    public boolean covers(PlacePath other) {
        return other.value.startsWith(value);
    }

    public PlacePath child(PlaceId id) {
        return new PlacePath(value + id.value() + "/");
    }

    /** The next wider place; empty above the street. */
    public Optional<PlacePath> wider() {
        int slash = value.lastIndexOf('/', value.length() - 2);
        return slash <= 0 ? Optional.empty() : Optional.of(new PlacePath(value.substring(0, slash + 1)));
    }

    /** The place at the end of this path. */
    public PlaceId last() {
        return new PlaceId(value.substring(value.lastIndexOf('/', value.length() - 2) + 1, value.length() - 1));
    }

    /** The street that all of this belongs to; what a city shards by. */
    public PlaceId street() {
        return new PlaceId(value.substring(1, value.indexOf('/', 1)));
    }

    @Override
    public String toString() {
        return value;
    }
}
