package cn.huiyin.household.domain;

import cn.huiyin.household.HouseholdClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tags and what follows from them: {@code household/tags.yaml}. */
public final class TagTable {

    private final Map<String, Rule> rules;

    public TagTable(List<Rule> rules) {
        this.rules = new LinkedHashMap<>();
        rules.forEach(rule -> this.rules.put(rule.code(), rule));
    }

    /**
     * One tag.
     *
     * @param kind what a home with this tag is at least
     * @param ages whom it follows from; null where staff give it
     */
    public record Rule(
            String code,
            String name,
            HouseholdClass kind,
            @Nullable Ages ages,
            String source) {}

    /** Whose age makes a tag: completed years, both included. */
    public record Ages(Who who, int from, int to) {

        /** Of those who live at home. */
        public enum Who {
            /** One of them at least. */
            ANY,
            /** Every one of two or more. */
            ALL,
            /** The only one. */
            ALONE
        }

        boolean hold(List<Birth> known, int people, LocalDate day) {
            long fitting =
                    known.stream().filter(birth -> fits(birth.ageOn(day))).count();
            return switch (who) {
                case ANY -> fitting > 0;
                case ALL -> people > 1 && fitting == people;
                case ALONE -> people == 1 && fitting == 1;
            };
        }

        private boolean fits(int age) {
            return age >= from && age <= to;
        }

        /** The days on which somebody born then comes into these ages or leaves them. */
        Stream<LocalDate> turns(Birth birth) {
            return to >= OLDEST ? Stream.of(birth.turns(from)) : Stream.of(birth.turns(from), birth.turns(to + 1));
        }
    }

    /** No upper limit. */
    public static final int OLDEST = 200;

    /**
     * How a home stands on a day.
     *
     * @param tags codes, sorted
     * @param until the first later day on which this may change by itself; null where it will not
     */
    public record Standing(
            HouseholdClass kind,
            List<String> tags,
            @Nullable LocalDate until) {}

    public List<Rule> rules() {
        return List.copyOf(rules.values());
    }

    /** A tag that staff may give. */
    public Optional<Rule> given(String code) {
        return Optional.ofNullable(rules.get(code)).filter(rule -> rule.ages() == null);
    }

    public Optional<Rule> find(String code) {
        return Optional.ofNullable(rules.get(code));
    }

    public Standing standing(HouseholdFile file, LocalDate day) {
        TreeSet<String> tags = new TreeSet<>();
        file.tags(day).stream().map(Fact.Tag::code).filter(rules::containsKey).forEach(tags::add);
        List<Birth> births = births(file);
        int people = file.atHome().size();
        derived()
                .filter(rule -> Objects.requireNonNull(rule.ages()).hold(births, people, day))
                .forEach(rule -> tags.add(rule.code()));
        HouseholdClass kind = tags.stream()
                .map(rules::get)
                .map(Rule::kind)
                .max(HouseholdClass::compareTo)
                .orElse(HouseholdClass.ORDINARY);
        return new Standing(kind, new ArrayList<>(tags), nextTurn(file, births, day));
    }

    private @Nullable LocalDate nextTurn(HouseholdFile file, List<Birth> births, LocalDate day) {
        Stream<LocalDate> ages = births.stream()
                .flatMap(birth -> derived()
                        .flatMap(rule -> Objects.requireNonNull(rule.ages()).turns(birth)));
        Stream<LocalDate> ends = file.tags(day).stream()
                .flatMap(tag -> Stream.ofNullable(tag.until()))
                .map(until -> until.plusDays(1));
        return Stream.concat(ages, ends)
                .filter(turn -> turn.isAfter(day))
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private static List<Birth> births(HouseholdFile file) {
        return file.atHome().stream()
                .flatMap(member -> Stream.ofNullable(member.birth()))
                .toList();
    }

    private Stream<Rule> derived() {
        return rules.values().stream().filter(rule -> rule.ages() != null);
    }
}
