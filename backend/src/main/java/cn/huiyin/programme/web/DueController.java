package cn.huiyin.programme.web;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.programme.DueDesk;
import cn.huiyin.programme.DueDesk.DueHome;
import cn.huiyin.programme.DueDesk.PlaceDebt;
import cn.huiyin.programme.DueDesk.Wanted;
import cn.huiyin.programme.domain.Due;
import cn.huiyin.programme.store.DueList.After;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who is due for a visit, and what is owed. */
@RestController
@RequestMapping("/api/v1")
class DueController {

    private final DueDesk desk;

    DueController(DueDesk desk) {
        this.desk = desk;
    }

    /** What can be asked for. */
    enum State {
        DUE,
        OVERDUE,
        REFUSED
    }

    record Page(List<DueHome> items, @Nullable String nextCursor) {}

    @GetMapping("/visit-dues")
    Mono<Page> dues(
            Caller caller,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "state", required = false) @Nullable State state,
            @RequestParam(name = "class", required = false) @Nullable Set<@NotNull(message = "没有这一类家庭") HouseholdClass> classes,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 400) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        Wanted wanted = new Wanted(place, state == null ? null : Due.valueOf(state.name()), classes);
        return desk.page(caller, wanted, after(cursor), size)
                .map(page -> new Page(page.items(), page.last() == null ? null : cursor(page.last())));
    }

    private static String cursor(After last) {
        return Cursors.written(last.day() + " " + last.household());
    }

    private static After after(@Nullable String cursor) {
        return Cursors.read(cursor, After.NOTHING, plain -> {
            String[] parts = plain.split(" ", 2);
            return new After(Cursors.sensible(LocalDate.parse(parts[0])), parts[1]);
        });
    }

    record Debts(List<PlaceDebt> items, @Nullable String nextCursor) {}

    /** {@code by} is grid or community; at most 500 places, so there is no next page. */
    @GetMapping("/visit-debts")
    Mono<Debts> debts(
            Caller caller,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "by", defaultValue = "grid") String by) {
        if (!by.equals("grid") && !by.equals("community")) {
            throw Refusal.invalid(new Fault("by", "只能按 grid 或 community 统计"));
        }
        return desk.debts(caller, place, by.equals("community")).map(all -> new Debts(all, null));
    }
}
