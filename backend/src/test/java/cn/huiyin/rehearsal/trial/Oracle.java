package cn.huiyin.rehearsal.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts, and notes each promise that was not kept. */
final class Oracle {

    private final Map<String, String> figures = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    void count(String what, long count) {
        figures.put(what, "%,d".formatted(count));
    }

    void note(String what, String figure) {
        figures.put(what, figure);
    }

    /** Must be none; each is told. */
    void none(String what, List<String> cases) {
        count(what, cases.size());
        cases.forEach(one -> broken.add(what + ": " + one));
    }

    /** Must be none; where it is not, that is told in other words. */
    void none(String what, long count, String otherwise) {
        count(what, count);
        insist(count == 0, otherwise);
    }

    void insist(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }

    String figures() {
        return figures.entrySet().stream()
                .map(figure -> figure.getKey() + " " + figure.getValue())
                .collect(Collectors.joining(" · "));
    }

    List<String> broken() {
        return broken;
    }
}
