package cn.huiyin.household.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a household may wish for, 5 domains × 23 needs: {@code household/needs.yaml}. */
public final class Needs {

    private final List<Need> all;
    private final Map<String, Need> byCode;

    public Needs(List<Need> all) {
        this.all = List.copyOf(all);
        this.byCode = all.stream().collect(Collectors.toMap(Need::code, Function.identity()));
    }

    /** @param domain 养老、医疗、教育、就业 or 文化 */
    public record Need(String code, String domain, String name, String source) {}

    public List<Need> all() {
        return all;
    }

    public Optional<Need> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
