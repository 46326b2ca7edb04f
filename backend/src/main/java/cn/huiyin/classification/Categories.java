package cn.huiyin.classification;

import cn.huiyin.problem.Refusal;
import cn.huiyin.snapshot.Snapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door to the categories: a catalogue in memory, at most ten seconds behind the database. */
@Component
public class Categories {

    /** So many sub-items a top category may have; more than a person can choose from. */
    static final int MOST_SUB_ITEMS = 50;

    private final Snapshot<Catalogue> catalogue;
    private final CategoryStore store;

    Categories(Snapshot<Catalogue> catalogue, CategoryStore store) {
        this.catalogue = catalogue;
        this.store = store;
    }

    /** The category with this code, whether it is still offered or not. */
    public Optional<Category> find(String code) {
        return catalogue().find(code);
    }

    /** All of them as last read; 503 as long as they never were. */
    public Catalogue catalogue() {
        return catalogue.get();
    }

    /**
     * Adds or changes a sub-item; top categories are fixed. Refused with 422 where the words do not do, with 404 where
     * the code has no such form or top category. This replica sees the change at once.
     *
     * @param actor the account that asks
     */
    public Mono<Category> put(String code, SubItem subItem, long actor) {
        return Mono.defer(() -> {
            refuseUnlessPlaced(code);
            var faults = subItem.faults();
            return faults.isEmpty() ? keep(subItem.as(code), actor) : Mono.error(Refusal.invalid(faults));
        });
    }

    private void refuseUnlessPlaced(String code) {
        if (!SubItem.CODE.matcher(code).matches() || find(topOf(code)).isEmpty()) {
            throw Refusal.unknown("CATEGORY_UNKNOWN", "只能修改已有大类下的子项，例如 FACILITY.STREET_LIGHT");
        }
        if (find(code).isEmpty() && catalogue().under(topOf(code)).size() >= MOST_SUB_ITEMS) {
            throw Refusal.conflict("TOO_MANY_SUB_ITEMS", "一个大类最多 " + MOST_SUB_ITEMS + " 个子项");
        }
    }

    private static String topOf(String code) {
        return code.substring(0, code.indexOf('.'));
    }

    private Mono<Category> keep(Category category, long actor) {
        return store.keep(category, actor).then(catalogue.refresh()).thenReturn(category);
    }
}
