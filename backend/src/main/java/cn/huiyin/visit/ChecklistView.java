package cn.huiyin.visit;

import cn.huiyin.visit.domain.Checklists;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checklists and scenes as a phone renders them. */
public record ChecklistView(int version, List<Part> parts) {

    /**
     * A checklist, or a scene.
     *
     * @param scene asked as something to remember; otherwise looked at
     * @param tags for homes with one of these; for every home where there are none
     */
    public record Part(String code, String name, boolean scene, List<String> tags, String source, List<Item> items) {}

    /** @param kind CHOICE, CHOICES, YES_NO, NUMBER or WORDS */
    public record Item(
            String code,
            String ask,
            Checklists.Kind kind,
            List<Choice> choices,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {}

    /** @param problem choosing it tells of a problem: offer to make a ticket of it */
    public record Choice(String code, String name, boolean problem) {}

    static ChecklistView of(int version, List<Checklists.Part> parts) {
        return new ChecklistView(
                version, parts.stream().map(ChecklistView::part).toList());
    }

    private static Part part(Checklists.Part part) {
        return new Part(
                part.code(),
                part.name(),
                part.scene(),
                part.tags(),
                part.source(),
                part.items().stream().map(ChecklistView::item).toList());
    }

    private static Item item(Checklists.Item item) {
        return new Item(
                item.code(),
                item.ask(),
                item.kind(),
                item.choices().stream()
                        .map(choice -> new Choice(choice.code(), choice.name(), choice.problem()))
                        .toList(),
                item.least(),
                item.most());
    }
}
