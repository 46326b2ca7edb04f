package cn.huiyin.classification;

import cn.huiyin.classification.Phrase.Role;
import cn.huiyin.classification.WordFinder.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hears which phrases a text holds: a longer phrase hides the shorter ones inside it, one with a gap takes its parts for
 * itself, and {@link Retractions} takes back what was denied or is over.
 */
final class Listening {

    /** How many characters may stand in a phrase's gap. */
    private static final int WIDEST_GAP = 12;

    private static final Comparator<Hit> LONGER_FIRST =
            Comparator.comparingInt(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder());

    private final Map<String, Phrase> whole = new HashMap<>();
    private final Map<String, List<Phrase>> byLastPart = new HashMap<>();
    private final WordFinder finder;

    Listening(List<Phrase> phrases) {
        phrases.forEach(this::add);
        finder = new WordFinder(
                phrases.stream().flatMap(phrase -> phrase.parts().stream()).toList());
    }

    private void add(Phrase phrase) {
        if (phrase.hasGap()) {
            byLastPart
                    .computeIfAbsent(phrase.parts().get(1), any -> new ArrayList<>())
                    .add(phrase);
        } else if (whole.put(phrase.text(), phrase) != null) {
            throw new IllegalStateException("twice in the table of phrases: " + phrase.text());
        }
    }

    /** What speaks and still counts, in the order it was said, each phrase once. */
    List<Evidence> hear(Wording wording) {
        var said = everythingSaid(wording);
        var retractions = new Retractions(said, wording);
        var speaking = new LinkedHashMap<Phrase, Evidence>();
        for (var evidence : said) {
            if (evidence.phrase().role() == Role.SPEAKS && retractions.leave(evidence)) {
                speaking.putIfAbsent(evidence.phrase(), evidence);
            }
        }
        return List.copyOf(speaking.values());
    }

    private List<Evidence> everythingSaid(Wording wording) {
        var hits = withoutHidden(finder.find(wording.letters()));
        var taken = new HashSet<Hit>();
        var withGap = withGap(hits, taken, wording);
        return Stream.concat(withGap.stream(), withoutGap(hits, taken))
                .sorted(Comparator.comparingInt(Evidence::start))
                .toList();
    }

    private List<Hit> withoutHidden(List<Hit> hits) {
        hits.sort(LONGER_FIRST);
        var kept = new ArrayList<Hit>();
        int coveredUpTo = 0;
        for (var hit : hits) {
            if (hit.end() > coveredUpTo) {
                kept.add(hit);
                coveredUpTo = whole.containsKey(hit.word()) ? hit.end() : coveredUpTo;
            }
        }
        return kept;
    }

    private List<Evidence> withGap(List<Hit> hits, Set<Hit> taken, Wording wording) {
        var found = new ArrayList<Evidence>();
        var latest = new HashMap<String, Hit>();
        for (var last : hits) {
            for (var phrase : byLastPart.getOrDefault(last.word(), List.of())) {
                var first = latest.get(phrase.parts().get(0));
                if (first != null && areClose(first, last, wording)) {
                    found.add(new Evidence(phrase, first, last));
                    taken.add(first);
                    taken.add(last);
                }
            }
            latest.put(last.word(), last);
        }
        return found;
    }

    private static boolean areClose(Hit first, Hit last, Wording wording) {
        int gap = last.start() - first.end();
        return gap >= 0 && gap <= WIDEST_GAP && wording.clauseAt(last.start()) - wording.clauseAt(first.start()) <= 1;
    }

    private Stream<Evidence> withoutGap(List<Hit> hits, Set<Hit> taken) {
        return hits.stream()
                .filter(hit -> !taken.contains(hit))
                .flatMap(hit -> Stream.ofNullable(whole.get(hit.word())).map(phrase -> new Evidence(phrase, hit, hit)));
    }
}
