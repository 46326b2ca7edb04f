package cn.huiyin.programme.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is of use to whom: {@code programme/qualifications.yaml}. */
public final class Qualifications {

    private final List<Qualification> all;

    public Qualifications(List<Qualification> all) {
        this.all = List.copyOf(all);
    }

    /**
     * What somebody in a team can do.
     *
     * @param needs codes of needs that it answers
     * @param tags codes of tags of homes that it is for
     */
    public record Qualification(String code, String name, Set<String> needs, Set<String> tags) {

        boolean isFor(String word) {
            return needs.contains(word) || tags.contains(word);
        }
    }

    public static Qualifications builtIn() {
        List<Qualification> all = new ArrayList<>();
        Written.file("qualifications.yaml").forEach((code, of) -> all.add(read(code, Written.map(of))));
        return new Qualifications(all);
    }

    private static Qualification read(String code, Map<String, Object> of) {
        return new Qualification(
                code,
                Written.text(of, "name"),
                Set.copyOf(Written.texts(of, "needs")),
                Set.copyOf(Written.texts(of, "tags")));
    }

    public List<Qualification> all() {
        return all;
    }

    public Optional<Qualification> find(String code) {
        return all.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** Those that answer one of these needs or tags, in the order of the file. */
    public List<Qualification> forHome(Collection<String> words) {
        return all.stream().filter(one -> words.stream().anyMatch(one::isFor)).toList();
    }
}
