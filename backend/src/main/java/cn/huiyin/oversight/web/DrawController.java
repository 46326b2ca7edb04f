package cn.huiyin.oversight.web;

import cn.huiyin.oversight.DrawDesk;
import cn.huiyin.oversight.DrawDesk.DrawView;
import cn.huiyin.oversight.DrawDesk.ListView;
import cn.huiyin.problem.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which visits were drawn for spot checks, for everybody: no login is needed to draw again. */
@RestController
@RequestMapping("/api/v1/spot-draws")
class DrawController {

    private static final YearMonth FROM_THE_NEWEST = YearMonth.of(2999, 12);

    private final DrawDesk desk;

    DrawController(DrawDesk desk) {
        this.desk = desk;
    }

    record Page(List<DrawView> items, @Nullable String nextCursor) {}

    /** @param cursor the month that the page before ended with */
    @GetMapping
    Mono<Page> page(
            @RequestParam(name = "street") @Size(max = 64) String street,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        YearMonth before = Months.read("cursor", cursor);
        return desk.page(street, Objects.requireNonNullElse(before, FROM_THE_NEWEST), size)
                .map(page -> new Page(
                        page.items(), page.last() == null ? null : page.last().toString()));
    }

    @GetMapping("/{street}/{month}")
    Mono<DrawView> one(@PathVariable("street") String street, @PathVariable("month") String month) {
        return desk.find(street, month(month));
    }

    @GetMapping("/{street}/{month}/{community}")
    Mono<ListView> list(
            @PathVariable("street") String street,
            @PathVariable("month") String month,
            @PathVariable("community") String community) {
        return desk.list(street, month(month), community);
    }

    private static YearMonth month(String written) {
        try {
            return Objects.requireNonNull(Months.read("month", written));
        } catch (Refusal | NullPointerException none) {
            throw Refusal.unknown("DRAW_NOT_FOUND", "没有这次抽查，或者还没有抽");
        }
    }
}
