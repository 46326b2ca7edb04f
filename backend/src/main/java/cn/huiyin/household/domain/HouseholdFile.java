package cn.huiyin.household.domain;

import cn.huiyin.household.Occupancy;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All facts of a home that hold on a day: of each fact the change with the latest day, and of several for the same day
 * the one that was said last. Who learns later what was true earlier changes the past, not the present.
 */
public final class HouseholdFile {

    private final TreeMap<String, Held> facts;

    private HouseholdFile(TreeMap<String, Held> facts) {
        this.facts = facts;
    }

    /**
     * A fact, or its end, and since when.
     *
     * @param fact null where it has ended
     */
    public record Held(LocalDate from, @Nullable Fact fact) {}

    public static HouseholdFile of(Map<String, Held> facts) {
        return new HouseholdFile(new TreeMap<>(facts));
    }

    public static HouseholdFile empty() {
        return of(Map.of());
    }

    /** The file after these changes, in their order. */
    public HouseholdFile with(Collection<Change> changes) {
        TreeMap<String, Held> after = new TreeMap<>(facts);
        changes.forEach(change -> after.merge(
                change.key(),
                new Held(change.from(), change.fact()),
                (held, said) -> said.from().isBefore(held.from()) ? held : said));
        return new HouseholdFile(after);
    }

    public Optional<Fact> find(String key) {
        return Optional.ofNullable(facts.get(key)).map(Held::fact);
    }

    public Occupancy status() {
        return find(Fact.Status.KEY)
                .map(Fact.Status.class::cast)
                .map(Fact.Status::status)
                .orElse(Occupancy.OCCUPIED);
    }

    public @Nullable String note() {
        return find(Fact.Note.KEY)
                .map(Fact.Note.class::cast)
                .map(Fact.Note::text)
                .orElse(null);
    }

    public List<Fact.Member> members() {
        return all(Fact.Member.class);
    }

    public List<Fact.Member> atHome() {
        return members().stream().filter(Fact.Member::atHome).toList();
    }

    /** Tags given by staff and not run out. */
    public List<Fact.Tag> tags(LocalDate day) {
        return all(Fact.Tag.class).stream()
                .filter(tag -> tag.until() == null || !tag.until().isBefore(day))
                .toList();
    }

    public <F extends Fact> List<F> all(Class<F> kind) {
        return facts.values().stream()
                .map(Held::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Since when a fact holds; null where it does not. */
    public @Nullable LocalDate since(String key) {
        Held held = facts.get(key);
        return held == null || held.fact() == null ? null : held.from();
    }

    /** A name for one more of a kind that none of them has ever had: m1, m2 … */
    public String nextId(String kind, String letter) {
        return letter
                + (facts.keySet().stream()
                                .filter(key -> key.startsWith(kind + "/" + letter))
                                .map(key -> key.substring(kind.length() + letter.length() + 1))
                                .filter(number -> number.matches("\\d{1,6}"))
                                .mapToInt(Integer::parseInt)
                                .max()
                                .orElse(0)
                        + 1);
    }

    public int size() {
        return (int) facts.values().stream().filter(held -> held.fact() != null).count();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HouseholdFile file && living().equals(file.living());
    }

    @Override
    public int hashCode() {
        return living().hashCode();
    }

    private Map<String, Held> living() {
        TreeMap<String, Held> living = new TreeMap<>(facts);
        living.values().removeIf(held -> held.fact() == null);
        return living;
    }
}
