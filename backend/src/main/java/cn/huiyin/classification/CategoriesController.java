package cn.huiyin.classification;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The categories that are offered, with their guides; for everybody, logged in or not. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoriesController {

    private final Categories categories;
    private final Suggester suggester;

    CategoriesController(Categories categories, Suggester suggester) {
        this.categories = categories;
        this.suggester = suggester;
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

    /** What these words seem to be about, before anything is filed. Nothing of them is kept. */
    @GetMapping("/suggestion")
    SuggestionView suggestion(@RequestParam @NotBlank @Size(max = 500) String text) {
        var suggestion = suggester.suggest(text);
        var category = categories.catalogue().find(suggestion.category()).filter(Category::active);
        return new SuggestionView(
                category.map(Category::code).orElse(Category.OTHER),
                category.map(Category::name).orElse("其他"),
                category.map(Category::guide).orElse(null),
                suggestion.urgency(),
                suggestion.keywords(),
                suggestion.confidence());
    }

    record SuggestionView(
            String category,
            String name,
            @Nullable String guide,
            Urgency urgency,
            List<String> keywords,
            double confidence) {}

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
