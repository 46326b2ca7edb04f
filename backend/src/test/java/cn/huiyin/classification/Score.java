package cn.huiyin.classification;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * How well sentences were understood, each figure a share from 0 to 1.
 *
 * @param exact the category, with its sub-item, is right
 * @param top the top category is right
 * @param wrong a category other than 其他 was named and even its top category is wrong
 * @param unanswered a matter that has a category was answered with 其他
 * @param urgencyRight the urgency is right
 * @param missed urgent ones that were taken for normal
 */
record Score(int count, double exact, double top, double wrong, double unanswered, double urgencyRight, double missed) {

    /** A sentence and what was suggested for it. */
    record Answer(Sentence sentence, Suggestion suggestion) {

        boolean exact() {
            return sentence.isRight(suggestion.category());
        }

        boolean top() {
            return sentence.isRightTop(suggestion.category());
        }

        boolean isOther() {
            return suggestion.category().startsWith(Category.OTHER);
        }

        boolean isUrgencyRight() {
            return sentence.urgency() == suggestion.urgency();
        }
    }

    static Score of(List<Answer> answers) {
        var urgent = answers.stream()
                .filter(answer -> answer.sentence().urgency() == Urgency.URGENT)
                .toList();
        return new Score(
                answers.size(),
                share(answers, Answer::exact),
                share(answers, Answer::top),
                share(answers, answer -> !answer.top() && !answer.isOther()),
                share(answers, answer -> !answer.top() && answer.isOther()),
                share(answers, Answer::isUrgencyRight),
                share(urgent, answer -> !answer.isUrgencyRight()));
    }

    private static double share(List<Answer> answers, Predicate<Answer> what) {
        return answers.isEmpty() ? 0 : (double) answers.stream().filter(what).count() / answers.size();
    }

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-28s %4d   exact %5.1f %%   top %5.1f %%   wrong %5.1f %%   to OTHER %5.1f %%   urgency %5.1f %%   missed %5.1f %%",
                name,
                count,
                100 * exact,
                100 * top,
                100 * wrong,
                100 * unanswered,
                100 * urgencyRight,
                100 * missed);
    }
}
