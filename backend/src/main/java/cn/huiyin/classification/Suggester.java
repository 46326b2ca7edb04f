package cn.huiyin.classification;

import cn.huiyin.classification.Suggestion.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Suggests what a text is about, from tables of phrases that are data. Knows no grammar: it listens for phrases, forgets
 * those that were denied or are over, and weighs the rest. Pure, safe to share, one pass over the text.
 */
public final class Suggester {

    private static final int MOST_KEYWORDS = 8;
    private static final int MOST_REASONS = 12;

    private final Wording.Slips slips;
    private final Listening listening;

    Suggester(List<Phrase> phrases, Map<String, String> slips) {
        this.slips = new Wording.Slips(slips);
        this.listening = new Listening(phrases);
    }

    /** With the tables {@code classification/phrases.csv} and {@code classification/slips.csv}. */
    public static Suggester fromTables() {
        return new Suggester(PhraseTable.phrases(), PhraseTable.slips());
    }

    /** Any text will do, an empty one too. */
    public Suggestion suggest(String text) {
        var heard = listening.hear(Wording.of(text, slips));
        var weighing = new Weighing(heard);
        boolean sure = weighing.confidence() >= Weighing.ENOUGH;
        return new Suggestion(
                sure ? weighing.heaviest() : Category.OTHER,
                urgency(heard),
                keywords(heard),
                weighing.confidence(),
                reasons(heard));
    }

    private static Urgency urgency(List<Evidence> heard) {
        return heard.stream().anyMatch(evidence -> evidence.phrase().urgent()) ? Urgency.URGENT : Urgency.NORMAL;
    }

    private static List<String> keywords(List<Evidence> heard) {
        var words = new LinkedHashSet<String>();
        heard.forEach(evidence -> words.addAll(evidence.phrase().parts()));
        return words.stream().limit(MOST_KEYWORDS).toList();
    }

    private static List<Reason> reasons(List<Evidence> heard) {
        return heard.stream()
                .map(Evidence::phrase)
                .sorted(Comparator.comparingInt(Phrase::weight).reversed())
                .flatMap(phrase -> reasons(phrase).stream())
                .limit(MOST_REASONS)
                .toList();
    }

    private static List<Reason> reasons(Phrase phrase) {
        var reasons = new ArrayList<Reason>();
        if (!phrase.category().isEmpty()) {
            reasons.add(new Reason(phrase.text(), phrase.category(), phrase.weight()));
        }
        if (phrase.urgent()) {
            reasons.add(new Reason(phrase.text(), Urgency.URGENT.name(), phrase.weight()));
        }
        return reasons;
    }
}
