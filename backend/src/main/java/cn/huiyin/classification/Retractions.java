package cn.huiyin.classification;

import cn.huiyin.classification.Phrase.Role;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;

/** What was said and taken back: denied in advance (不是漏水), or over by now (路灯已经修好了). */
final class Retractions {

    /** How many characters after a denial its object may begin. */
    private static final int REACH_OF_A_DENIAL = 2;

    /** How many clauses back an end reaches, besides its own. */
    private static final int REACH_OF_AN_END = 2;

    /** How soon after an end 又 must follow to say that it began again. */
    private static final int SOON = 5;

    private static final List<String> DENIALS = List.of("没", "没有", "不", "未", "别");

    private final Wording wording;
    private final BitSet denied = new BitSet();
    private final TreeSet<Integer> ends = new TreeSet<>();

    Retractions(List<Evidence> said, Wording wording) {
        this.wording = wording;
        for (var evidence : said) {
            if (evidence.phrase().role() == Role.NOT) {
                denied.set(evidence.end(), evidence.end() + REACH_OF_A_DENIAL + 1);
            } else if (evidence.phrase().role() == Role.DONE && isTrue(evidence)) {
                ends.add(evidence.start());
            }
        }
    }

    /** Nothing before it denies it (没有亮了), and nothing after it says that it began again (修好了又坏了). */
    private boolean isTrue(Evidence end) {
        var before = wording.letters().subSequence(Math.max(0, end.start() - 2), end.start());
        return DENIALS.stream().noneMatch(denial -> before.toString().endsWith(denial)) && !beginsAgain(end.end());
    }

    private boolean beginsAgain(int end) {
        var letters = wording.letters();
        return letters.subSequence(end, Math.min(letters.length(), end + SOON))
                .toString()
                .contains("又");
    }

    /** Does it still count. */
    boolean leave(Evidence evidence) {
        return !denied.get(evidence.start()) && !denied.get(evidence.last().start()) && !isOver(evidence);
    }

    /** Thanks are not over when the matter is. */
    private boolean isOver(Evidence evidence) {
        if (evidence.phrase().category().startsWith(Category.OTHER)) {
            return false;
        }
        var end = ends.ceiling(evidence.end());
        return end != null && wording.clauseAt(end) - wording.clauseAt(evidence.start()) <= REACH_OF_AN_END;
    }
}
