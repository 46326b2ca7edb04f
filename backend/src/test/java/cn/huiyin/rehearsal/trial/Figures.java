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

    int count() {
        return sorted.size();
    }
}
