package cn.huiyin.visit.domain;

import cn.huiyin.problem.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at and asked on a visit, in one version.
 *
 * @param parts checklists and scenes, in their order
 */
public record Checklists(int version, List<Part> parts) {

    private static final int LONGEST_WORDS = 200;

    /**
     * A checklist, or a scene.
     *
     * @param tags for homes with one of these; for every home where there are none
     */
    public record Part(String code, String name, boolean scene, List<String> tags, String source, List<Item> items) {

        public Part {
            tags = List.copyOf(tags);
            items = List.copyOf(items);
        }

        boolean appliesTo(Collection<String> of) {
            return tags.isEmpty() || tags.stream().anyMatch(of::contains);
        }
    }

    /** How an item is answered. */
    public enum Kind {
        CHOICE,
        CHOICES,
        YES_NO,
        NUMBER,
        WORDS
    }

    /** One of the answers to choose from. */
    public record Choice(String code, String name, boolean problem) {}

    /**
     * Something to look at or ask.
     *
     * @param code with its part, such as {@code ELDER.MEDICINES}
     * @param least, most of a NUMBER
     */
    public record Item(
            String code,
            String ask,
            Kind kind,
            List<Choice> choices,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {

        public Item {
            choices = List.copyOf(choices);
        }
    }

    /** Those for a home with these tags. */
    public List<Part> of(Collection<String> tags) {
        return parts.stream().filter(part -> part.appliesTo(tags)).toList();
    }

    public Optional<Item> find(String code) {
        return parts.stream()
                .flatMap(part -> part.items().stream())
                .filter(item -> item.code().equals(code))
                .findFirst();
    }

    /** What is wrong with answers by the codes of their items; empty where all are right. */
    public List<Fault> faults(Map<String, Object> answers) {
        List<Fault> faults = new ArrayList<>();
        answers.forEach((code, answer) -> find(code)
                .map(item -> fault(item, answer))
                .orElse(Optional.of("清单（第%d版）里没有这一项".formatted(version)))
                .ifPresent(detail -> faults.add(new Fault("answers." + code, detail))));
        return faults;
    }

    private static Optional<String> fault(Item item, @Nullable Object answer) {
        return switch (item.kind()) {
            case CHOICE -> unless(isChoice(item, answer), "请从“%s”里选一个".formatted(names(item)));
            case CHOICES ->
                unless(
                        answer instanceof List<?> some
                                && some.stream().allMatch(one -> isChoice(item, one))
                                && some.stream().distinct().count() == some.size(),
                        "请从“%s”里选，可以选几个".formatted(names(item)));
            case YES_NO -> unless(answer instanceof Boolean, "请回答 true（是）或 false（否）");
            case NUMBER -> unless(isNumber(item, answer), "请填 %s 到 %s 的数".formatted(item.least(), item.most()));
            case WORDS ->
                unless(
                        answer instanceof String words && !words.isBlank() && words.length() <= LONGEST_WORDS,
                        "请写一句话，不超过%d字".formatted(LONGEST_WORDS));
        };
    }

    private static boolean isChoice(Item item, @Nullable Object answer) {
        return item.choices().stream().anyMatch(choice -> choice.code().equals(answer));
    }

    private static boolean isNumber(Item item, @Nullable Object answer) {
        if (!(answer instanceof Number number)) {
            return false;
        }
        BigDecimal value = new BigDecimal(number.toString());
        return value.compareTo(Objects.requireNonNull(item.least())) >= 0
                && value.compareTo(Objects.requireNonNull(item.most())) <= 0;
    }

    private static String names(Item item) {
        return String.join("、", item.choices().stream().map(Choice::name).toList());
    }

    private static Optional<String> unless(boolean right, String detail) {
        return right ? Optional.empty() : Optional.of(detail);
    }

    /** An answer as people read it; the codes themselves where they are no longer known. */
    public String inWords(Item item, Object answer) {
        if (answer instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        if (answer instanceof List<?> some) {
            return some.isEmpty()
                    ? "都没有"
                    : String.join(
                            "、", some.stream().map(one -> nameOf(item, one)).toList());
        }
        return nameOf(item, answer);
    }

    private static String nameOf(Item item, @Nullable Object code) {
        return item.choices().stream()
                .filter(choice -> choice.code().equals(code))
                .map(Choice::name)
                .findFirst()
                .orElse(String.valueOf(code));
    }

    /** Whether an answer tells of a problem. */
    public static boolean isProblem(Item item, Object answer) {
        List<?> chosen = answer instanceof List<?> some ? some : List.of(answer);
        return item.choices().stream().filter(Choice::problem).anyMatch(choice -> chosen.contains(choice.code()));
    }
}
