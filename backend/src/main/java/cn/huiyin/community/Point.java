package cn.huiyin.community;

/**
 * A point on the map in degrees, in the system that WeChat hands out (GCJ-02). Distances are good to a few per mille,
 * which is far below the width of a building.
 */
public record Point(double lng, double lat) {

    private static final double METRES_PER_DEGREE = 111_320;

    /** Metres as the crow flies, for points a few kilometres apart. */
    double metresTo(Point other) {
        double north = (other.lat - lat) * METRES_PER_DEGREE;
        double east = (other.lng - lng) * METRES_PER_DEGREE * Math.cos(Math.toRadians((lat + other.lat) / 2));
        return Math.hypot(north, east);
    }

    static boolean isOnEarth(double lng, double lat) {
        return lng >= -180 && lng <= 180 && lat >= -90 && lat <= 90;
    }
}
