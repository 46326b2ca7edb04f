package cn.huiyin.classification;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weighs what was heard. A top category has the weight of its strongest sub-item, of what speaks for it as a whole, and a
 * part of its other sub-items; the sub-item that is said first wins a tie.
 */
final class Weighing {

    /** Below this confidence the answer is {@link Category#OTHER}: rather none than a wrong one. */
    static final double ENOUGH = 0.5;

    /** What doubt weighs when all speaks for one category. */
    private static final double DOUBT = 2.5;

    /** How much a second category's weight adds to the doubt. */
    private static final double RIVALRY = 0.35;

    /** How much the other sub-items of the same top category count. */
    private static final double COMPANY = 0.4;

    private final Map<String, Double> bySub = new LinkedHashMap<>();
    private final Map<String, Double> byTop = new LinkedHashMap<>();

    Weighing(List<Evidence> heard) {
        for (var evidence : heard) {
            var category = evidence.phrase().category();
            if (!category.isEmpty()) {
                bySub.merge(category, (double) evidence.phrase().weight(), Double::sum);
            }
        }
        bySub.keySet().forEach(code -> byTop.computeIfAbsent(top(code), this::weightOf));
    }

    private double weightOf(String top) {
        double whole = bySub.getOrDefault(top, 0.0);
        var subs = bySub.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(top + "."))
                .map(Map.Entry::getValue)
                .toList();
        double strongest = subs.stream().max(Comparator.naturalOrder()).orElse(0.0);
        double others = subs.stream().mapToDouble(Double::doubleValue).sum() - strongest;
        return whole + strongest + COMPANY * others;
    }

    /** The category that weighs most, whether it weighs enough or not. */
    String heaviest() {
        var top = heaviestOf(byTop, "");
        var sub = heaviestOf(bySub, top + ".");
        return sub.isEmpty() ? top : sub;
    }

    private static String heaviestOf(Map<String, Double> weights, String beginning) {
        var heaviest = "";
        for (var code : weights.keySet()) {
            if (code.startsWith(beginning) && weights.get(code) > weights.getOrDefault(heaviest, 0.0)) {
                heaviest = code;
            }
        }
        return heaviest;
    }

    /** From 0 to 1: the heaviest top category against doubt and its strongest rival. */
    double confidence() {
        var descending =
                byTop.values().stream().sorted(Comparator.reverseOrder()).toList();
        if (descending.isEmpty()) {
            return 0;
        }
        double rival = descending.size() > 1 ? descending.get(1) : 0;
        return descending.get(0) / (descending.get(0) + DOUBT + RIVALRY * rival);
    }

    private static String top(String code) {
        int dot = code.indexOf('.');
        return dot < 0 ? code : code.substring(0, dot);
    }
}
