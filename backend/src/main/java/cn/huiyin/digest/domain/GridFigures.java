package cn.huiyin.digest.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A grid this morning. A ticket counts as open until it is answered, and by the earliest of its deadlines that run; one
 * whose time stands still is neither due nor late.
 *
 * @param filed came in since the digest before
 * @param open not answered yet
 * @param soon due today or tomorrow
 * @param late past its time
 * @param knock answered, and nobody knows whether it is settled: phone or knock
 * @param visits homes that wait for a visit; none in digests of before they were counted
 */
public record GridFigures(Listed filed, int open, Listed soon, Listed late, Listed knock, Visits visits)
        implements Figures {

    public GridFigures {
        visits = Objects.requireNonNullElse(visits, Visits.NONE);
    }

    /** So many, and the numbers of the first few. */
    public record Listed(int count, List<String> nos) {

        String inWords() {
            return String.join("、", nos) + (count > nos.size() ? " 等" : "");
        }
    }

    /**
     * Visits by the programme 走访计划.
     *
     * @param today homes whose day it is
     * @param overdue homes whose day has passed
     * @param owed visits that should have been made and were not 走访欠账
     */
    public record Visits(int today, int overdue, int owed) {

        public static final Visits NONE = new Visits(0, 0, 0);
    }

    /** That some are still open is no news. */
    @Override
    public boolean worthTelling() {
        return filed.count() + soon.count() + late.count() + knock.count() + visits.today() + visits.overdue() > 0;
    }

    @Override
    public Map<String, String> facts() {
        var facts = Figures.counts(Map.of(
                "filed", filed.count(),
                "open", open,
                "soon", soon.count(),
                "late", late.count(),
                "knock", knock.count(),
                "visitsToday", visits.today(),
                "visitsOverdue", visits.overdue(),
                "visitsOwed", visits.owed()));
        facts.putAll(Map.of(
                "filedNos", filed.inWords(),
                "soonNos", soon.inWords(),
                "lateNos", late.inWords(),
                "knockNos", knock.inWords()));
        return facts;
    }

    @Override
    public String brief() {
        return Figures.brief(Stream.of(
                        Figures.part("超期", late.count()),
                        Figures.part("到期", soon.count()),
                        Figures.part("新", filed.count()),
                        Figures.part("回访", knock.count()),
                        Figures.part("走访", visits.today() + visits.overdue()),
                        Figures.part("在办", open))
                .filter(Objects::nonNull)
                .toList());
    }
}
