package cn.huiyin.digest.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A street in the month before, beside the month before that.
 *
 * @param communities in the order of their names' codes; what lies in none of them is under the street's own code
 */
public record StreetFigures(Month month, Month before, List<Line> communities) implements Figures {

    /** One community. */
    public record Line(String community, Month month, Month before) {}

    /**
     * One month, counted as the {@link CommunityFigures} are.
     *
     * @param score mean of the ratings, 1 to 5; null where nobody said
     */
    public record Month(
            int filed,
            int answered,
            int late,
            int rated,
            int settled,
            @Nullable Double score) {

        private boolean isBusy() {
            return filed + answered + rated > 0;
        }
    }

    public StreetFigures {
        communities = List.copyOf(communities);
    }

    @Override
    public boolean worthTelling() {
        return month.isBusy() || before.isBusy();
    }

    @Override
    public Map<String, String> facts() {
        var facts = Figures.counts(Map.of("late", month.late(), "settled", month.settled()));
        facts.put("filed", Integer.toString(month.filed()));
        facts.put("answered", Integer.toString(month.answered()));
        facts.put("filedMore", more(month.filed(), before.filed()));
        facts.put("answeredMore", more(month.answered(), before.answered()));
        if (month.score() != null) {
            facts.put("score", Figures.inWords(month.score()));
        }
        return facts;
    }

    private static String more(int now, int before) {
        if (now == before) {
            return "和前一个月一样";
        }
        return "比前一个月" + (now > before ? "多 " : "少 ") + Math.abs(now - before) + " 件";
    }

    @Override
    public String brief() {
        return Figures.brief(Stream.of(
                        Figures.part("收到", month.filed()),
                        Figures.part("答复", month.answered()),
                        Figures.part("晚", month.late()),
                        month.score() == null ? null : "评分" + Figures.inWords(month.score()))
                .filter(Objects::nonNull)
                .toList());
    }
}
