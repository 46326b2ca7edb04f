package cn.huiyin.digest.domain;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A community in the week before. A ticket that was answered twice counts once, and as late where any of the answers was.
 *
 * @param filed came in
 * @param answered got an answer
 * @param inTime of those, within the time promised for an answer
 * @param late of those, later
 * @param overdue not answered and past its time, as of the counting
 * @param unowned handed back and nobody's, as of the counting
 * @param rated residents who said what they think of an answer
 * @param settled of those, who left it at that
 * @param score their mean, 1 to 5; null where nobody said
 * @param category what came in most often, as a code; null where nothing was classified
 * @param most how often
 */
public record CommunityFigures(
        int filed,
        int answered,
        int inTime,
        int late,
        int overdue,
        int unowned,
        int rated,
        int settled,
        @Nullable Double score,
        @Nullable String category,
        int most)
        implements Figures {

    @Override
    public boolean worthTelling() {
        return filed + answered + overdue + unowned + rated > 0;
    }

    /** {@code category} is its code: whoever knows the names puts the name there. */
    @Override
    public Map<String, String> facts() {
        var facts = Figures.counts(Map.of(
                "inTime", inTime, "late", late, "overdue", overdue, "unowned", unowned, "rated", rated, "most", most));
        facts.put("filed", Integer.toString(filed));
        facts.put("answered", Integer.toString(answered));
        if (score != null) {
            facts.put("score", Figures.inWords(score));
        }
        if (category != null) {
            facts.put("category", category);
        }
        return facts;
    }

    @Override
    public String brief() {
        return Figures.brief(Stream.of(
                        Figures.part("超期", overdue),
                        Figures.part("收到", filed),
                        Figures.part("答复", answered),
                        Figures.part("晚", late),
                        Figures.part("无人认领", unowned),
                        score == null ? null : "评分" + Figures.inWords(score))
                .filter(Objects::nonNull)
                .toList());
    }
}
