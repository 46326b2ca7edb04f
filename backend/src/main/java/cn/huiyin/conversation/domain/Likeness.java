package cn.huiyin.conversation.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which of somebody's matters they speak of: 路灯那件. By the pairs of letters that both have. */
public final class Likeness {

    /** So much of what was said must be found in the matter. */
    private static final double ENOUGH = 0.34;

    private Likeness() {}

    /** Those that are most like the words, all of them where several are equally so; none where nothing is like them. */
    public static <T> List<T> most(String words, List<T> matters, Function<T, String> inWords) {
        if (words.isEmpty()) {
            return List.of();
        }
        double best = matters.stream()
                .mapToDouble(matter -> share(words, inWords.apply(matter)))
                .max()
                .orElse(0);
        return best < ENOUGH
                ? List.of()
                : matters.stream()
                        .filter(matter -> share(words, inWords.apply(matter)) >= best)
                        .toList();
    }

    private static double share(String words, String matter) {
        if (words.length() == 1) {
            return matter.contains(words) ? 1 : 0;
        }
        Set<String> pairs = pairs(words);
        long found = pairs.stream().filter(matter::contains).count();
        return (double) found / pairs.size();
    }

    private static Set<String> pairs(String words) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 1 < words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
