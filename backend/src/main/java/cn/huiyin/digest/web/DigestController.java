package cn.huiyin.digest.web;

import cn.huiyin.digest.DigestDesk;
import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.store.Digests.Kept;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Digests, to be read again. */
@RestController
@RequestMapping("/api/v1/digests")
class DigestController {

    private static final String FROM_THE_NEWEST = "9223372036854775807";
    private static final String SIZE = "每页 1 到 100 条";

    private final DigestDesk desk;

    DigestController(DigestDesk desk) {
        this.desk = desk;
    }

    /** @param scope grid, community or street; none means all */
    @GetMapping
    Mono<Page> page(
            Caller caller,
            @RequestParam(name = "scope", required = false) @Nullable String scope,
            @RequestParam(name = "cursor", defaultValue = FROM_THE_NEWEST)
                    @Min(value = 1, message = "cursor 须是上一页给出的 nextCursor") long cursor,
            @RequestParam(name = "size", defaultValue = "20")
                    @Min(value = 1, message = SIZE) @Max(value = 100, message = SIZE) int size) {
        return desk.page(caller, kinds(scope), cursor, size + 1).map(oneMore -> page(oneMore, size));
    }

    @GetMapping("/{id}")
    Mono<Shown> one(Caller caller, @PathVariable("id") long id) {
        return desk.find(caller, id).map(this::shown);
    }

    private static Set<DigestKind> kinds(@Nullable String scope) {
        return scope == null
                ? EnumSet.allOf(DigestKind.class)
                : Arrays.stream(DigestKind.values())
                        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(scope))
                        .findFirst()
                        .map(EnumSet::of)
                        .orElseThrow(() -> Refusal.invalid(new Fault("scope", "范围只能是 grid、community 或 street")));
    }

    private Page page(List<Kept> oneMore, int size) {
        var items = oneMore.subList(0, Math.min(size, oneMore.size()));
        return new Page(
                items.stream().map(this::shown).toList(),
                oneMore.size() > size ? Long.toString(items.get(size - 1).id()) : null);
    }

    private Shown shown(Kept kept) {
        return Shown.of(kept, desk);
    }

    record Page(List<Shown> items, @Nullable String nextCursor) {}
}
