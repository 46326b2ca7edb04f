package cn.huiyin.conversation.domain;

import cn.huiyin.conversation.domain.PhraseBook.Said;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears what is said of an answer: 不太满意, 解决了, 五分, ★★★★. */
final class Verdicts {

    private static final List<String> UNITS = List.of("分", "星", "颗星", "颗");
    private static final String NOT_A_SCORE = "钟区之米店级";
    private static final char USED = ' ';

    private Verdicts() {}

    /** The verdict; null where nothing speaks of one. */
    static @Nullable Verdict in(String plain, List<Said> phrases) {
        Hearing heard = hear(plain, phrases);
        Integer named = stars(plain).or(() -> points(plain)).orElse(null);
        Integer score = named != null ? named : heard.score;
        return score == null && heard.settled == null ? null : new Verdict(heard.settled, score);
    }

    /** How many characters speak of it. */
    static int weight(String plain, List<Said> phrases) {
        int named = stars(plain).or(() -> points(plain)).isPresent() ? 3 : 0;
        return hear(plain, phrases).weight + named;
    }

    private record Hearing(
            @Nullable Boolean settled, @Nullable Integer score, int weight) {}

    private static Hearing hear(String plain, List<Said> phrases) {
        StringBuilder rest = new StringBuilder(plain);
        Boolean settled = null;
        Integer score = null;
        int weight = 0;
        for (Said said : phrases) {
            int at = rest.indexOf(said.phrase());
            if (at < 0) {
                continue;
            }
            weight += said.phrase().length();
            use(rest, at, said.phrase().length());
            Boolean says = said.verdict().settled();
            settled = says == null ? settled : Boolean.valueOf(says && !Boolean.FALSE.equals(settled));
            Integer gives = said.verdict().score();
            score = gives == null ? score : Integer.valueOf(score == null ? gives : Math.min(score, gives));
        }
        return new Hearing(settled, score, weight);
    }

    private static void use(StringBuilder rest, int at, int length) {
        for (int i = at; i < at + length; i++) {
            rest.setCharAt(i, USED);
        }
    }

    private static Optional<Integer> stars(String plain) {
        int stars = (int) plain.chars().filter(letter -> letter == '★').count();
        return stars >= 1 && stars <= 5 ? Optional.of(stars) : Optional.empty();
    }

    /** 5分, 五星, 打四分; not 5分钟, not 15分. */
    private static Optional<Integer> points(String plain) {
        for (String unit : UNITS) {
            for (int at = plain.indexOf(unit, 1); at > 0; at = plain.indexOf(unit, at + 1)) {
                int value = Numbers.number(plain.substring(at - 1, at)).orElse(0);
                int next = at + unit.length();
                boolean longer = at > 1
                        && Numbers.number(plain.substring(at - 2, at - 1)).isPresent();
                boolean other = next < plain.length() && NOT_A_SCORE.indexOf(plain.charAt(next)) >= 0;
                if (value >= 1 && value <= 5 && !longer && !other) {
                    return Optional.of(value);
                }
            }
        }
        return Optional.empty();
    }
}
