package cn.huiyin.classification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The categories that are offered, with their guides; for everybody, logged in or not. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoriesController {

    private final Categories categories;

    CategoriesController(Categories categories) {
        this.categories = categories;
    }

    @GetMapping
    Listed offered() {
        var catalogue = categories.catalogue();
        return new Listed(
                offered(catalogue.tops()).stream()
                        .map(top -> CategoryView.of(
                                top,
                                offered(catalogue.under(top.code())).stream()
                                        .map(sub -> CategoryView.of(sub, List.of()))
                                        .toList()))
                        .toList(),
                null);
    }

    private static List<Category> offered(List<Category> categories) {
        return categories.stream().filter(Category::active).toList();
    }

    /** All of them at once: there are few. */
    record Listed(List<CategoryView> items, @Nullable String nextCursor) {}

    record CategoryView(
            String code,
            String name,
            String guide,
            Urgency urgency,
            HandlingKind handling,
            List<CategoryView> subItems) {

        static CategoryView of(Category category, List<CategoryView> subItems) {
            return new CategoryView(
                    category.code(),
                    category.name(),
                    category.guide(),
                    category.urgency(),
                    category.handling(),
                    subItems);
        }
    }
}
