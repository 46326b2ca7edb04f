package cn.huiyin.community;

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

    public boolean covers(PlacePath other) {
        return other.value.startsWith(value);
    }

    public PlacePath child(PlaceId id) {
        return new PlacePath(value + id.value() + "/");
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
