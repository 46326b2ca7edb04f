package cn.huiyin.oversight.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.oversight.CheckAsked;
import cn.huiyin.oversight.CheckDesk;
import cn.huiyin.oversight.CheckView;
import cn.huiyin.oversight.CheckView.Line;
import cn.huiyin.oversight.CheckViews;
import cn.huiyin.oversight.domain.CheckState;
import cn.huiyin.oversight.store.Checks.After;
import cn.huiyin.oversight.store.Checks.Wanted;
import cn.huiyin.problem.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Spot checks, for supervisors. */
@RestController
@RequestMapping("/api/v1/spot-checks")
class CheckController {

    private final CheckDesk desk;
    private final CheckViews views;

    CheckController(CheckDesk desk, CheckViews views) {
        this.desk = desk;
        this.views = views;
    }

    record Page(List<Line> items, @Nullable String nextCursor) {}

    /** @param mine only those that the caller is to make */
    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "month", required = false) @Nullable @Size(max = 10) String month,
            @RequestParam(name = "state", required = false) @Nullable CheckState state,
            @RequestParam(name = "mine", defaultValue = "false") boolean mine,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 400) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        Wanted wanted = new Wanted(state, mine ? caller.id().value() : null, Months.read("month", month));
        After after = Cursors.read(cursor, After.NOTHING, parts -> new After(Cursors.day(parts[0]), parts[1]));
        return views.page(caller, place, wanted, after, size)
                .map(page -> new Page(page.items(), page.last() == null ? null : cursor(page.last())));
    }

    private static String cursor(After last) {
        return Cursors.written(last.month() + " " + last.visit());
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<CheckView>> show(Caller caller, @PathVariable("id") String id) {
        return desk.show(caller, id)
                .map(check -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .eTag("\"%d\"".formatted(check.version()))
                        .body(check));
    }

    @PostMapping("/{id}/moves")
    Mono<ResponseEntity<String>> move(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody CheckAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Repeat repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/spot-checks/%s/moves".formatted(id), asked);
        return desk.move(caller, id, asked, new Seen(ifMatch), repeat).map(Answer::toResponse);
    }
}
