package cn.huiyin.classification;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All categories at one moment, in the order they are shown; immutable. */
public final class Catalogue {

    private final Map<String, Category> byCode = new LinkedHashMap<>();

    Catalogue(List<Category> categories) {
        categories.forEach(category -> byCode.put(category.code(), category));
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Collection<Category> all() {
        return List.copyOf(byCode.values());
    }

    public List<Category> tops() {
        return byCode.values().stream().filter(Category::isTop).toList();
    }

    public List<Category> under(String top) {
        return byCode.values().stream()
                .filter(category -> top.equals(category.parent()))
                .toList();
    }
}
