package cn.huiyin.community;

import java.util.List;

/** The border of a place: its corners in order, at least three; the last is joined to the first. */
public record Outline(List<Point> corners) {

    public Outline {
        corners = List.copyOf(corners);
    }

    /** The corners as pairs of longitude and latitude. */
    List<double[]> pairs() {
        return corners.stream()
                .map(corner -> new double[] {corner.lng(), corner.lat()})
                .toList();
    }

    /** Counts how often a ray to the east crosses the border: odd means inside. */
    boolean holds(Point point) {
        boolean inside = false;
        for (int i = 0, before = corners.size() - 1; i < corners.size(); before = i++) {
            if (crosses(corners.get(i), corners.get(before), point)) {
                inside = !inside;
            }
        }
        return inside;
    }

    private static boolean crosses(Point from, Point to, Point point) {
        return from.lat() > point.lat() != to.lat() > point.lat()
                && point.lng()
                        < (to.lng() - from.lng()) * (point.lat() - from.lat()) / (to.lat() - from.lat()) + from.lng();
    }
}
