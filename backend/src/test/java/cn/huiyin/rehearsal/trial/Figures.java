package cn.huiyin.rehearsal.trial;

import java.util.Collection;
import java.util.List;

/** Measured values, in milliseconds, and what is told of them. */
record Figures(List<Double> sorted) {

    static Figures of(Collection<Double> values) {
        return new Figures(values.stream().sorted().toList());
    }

    /** The value that this part of them does not exceed; 0 where there are none. */
    double at(double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.min(sorted.size() - 1L, Math.round(part * sorted.size())));
    }

    /** The one in the middle, or between the two in the middle; not a number where there are none. */
    double median() {
        return sorted.isEmpty()
                ? Double.NaN
                : (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    int count() {
        return sorted.size();
    }
}
