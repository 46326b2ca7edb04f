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
 */
public record GridFigures(Listed filed, int open, Listed soon, Listed late, Listed knock) implements Figures {

    /** So many, and the numbers of the first few. */
    public record Listed(int count, List<String> nos) {

        String inWords() {
            return String.join("、", nos) + (count > nos.size() ? " 等" : "");
        }
    }

    /** That some are still open is no news. */
    @Override
    public boolean worthTelling() {
        return filed.count() + soon.count() + late.count() + knock.count() > 0;
    }

    @Override
    public Map<String, String> facts() {
        var facts = Figures.counts(Map.of(
                "filed", filed.count(),
                "open", open,
                "soon", soon.count(),
                "late", late.count(),
                "knock", knock.count()));
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
                        Figures.part("在办", open))
                .filter(Objects::nonNull)
                .toList());
    }
}
