package cn.huiyin.classification;

import java.util.List;

/**
 * What a resident's words seem to be about; a person confirms or corrects it.
 *
 * @param category a code, {@link Category#OTHER} where nothing is sure enough
 * @param urgency urgent as soon as one phrase speaks of danger, whatever the category
 * @param keywords the words that counted, in the order they were said
 * @param confidence from 0 (a guess) to 1
 * @param reasons which phrase speaks for what, the strongest first
 */
public record Suggestion(
        String category, Urgency urgency, List<String> keywords, double confidence, List<Reason> reasons) {

    public Suggestion {
        keywords = List.copyOf(keywords);
        reasons = List.copyOf(reasons);
    }

    /**
     * One matched phrase.
     *
     * @param phrase as the table has it; … stands for a few words in between
     * @param speaksFor a category's code, or {@code URGENT} for a phrase that only speaks of danger
     * @param weight how strongly, from 1 to 5
     */
    public record Reason(String phrase, String speaksFor, int weight) {}
}
