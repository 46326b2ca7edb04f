package cn.huiyin.rehearsal.wechat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The failures that were asked for, first come first served. */
final class Faults {

    private final List<Fault> waiting = new ArrayList<>();

    synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    synchronized List<Fault> all() {
        return List.copyOf(waiting);
    }

    synchronized void clear() {
        waiting.clear();
    }

    /** The fault for this call, used once by this. */
    synchronized Optional<Fault> take(String path) {
        for (int i = 0; i < waiting.size(); i++) {
            var fault = waiting.get(i);
            if (fault.path().equals(path)) {
                var left = fault.once();
                if (left.times() > 0) {
                    waiting.set(i, left);
                } else {
                    waiting.remove(i);
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
