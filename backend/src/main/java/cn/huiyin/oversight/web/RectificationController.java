package cn.huiyin.oversight.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.oversight.IssueAsked;
import cn.huiyin.oversight.LookBackDesk;
import cn.huiyin.oversight.LookBackDesk.LookBackView;
import cn.huiyin.oversight.RectificationAsked;
import cn.huiyin.oversight.RectificationDesk;
import cn.huiyin.oversight.RectificationView;
import cn.huiyin.oversight.domain.RectificationState;
import cn.huiyin.problem.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
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

/** Rectification notices, for supervisors and the communities they are for. */
@RestController
@RequestMapping("/api/v1")
class RectificationController {

    private static final String FROM_THE_NEWEST = "ZG99999999999999";

    private final RectificationDesk desk;
    private final LookBackDesk lookBacks;

    RectificationController(RectificationDesk desk, LookBackDesk lookBacks) {
        this.desk = desk;
        this.lookBacks = lookBacks;
    }

    record Page(List<RectificationView> items, @Nullable String nextCursor) {}

    /** @param lookBack only those that a look-back waits for */
    @GetMapping("/rectifications")
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "state", required = false) @Nullable RectificationState state,
            @RequestParam(name = "lookBack", defaultValue = "false") boolean lookBack,
            @RequestParam(name = "cursor", defaultValue = FROM_THE_NEWEST)
                    @Pattern(regexp = "ZG\\d{4,20}", message = "cursor 须是上一页给出的 nextCursor") String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return desk.page(caller, place, state, lookBack, cursor, size).map(page -> new Page(page.items(), page.last()));
    }

    @PostMapping("/rectifications")
    Mono<ResponseEntity<String>> issue(
            Caller caller,
            @Valid @RequestBody IssueAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return desk.issue(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/rectifications", asked))
                .map(Answer::toResponse);
    }

    @GetMapping("/rectifications/{no}")
    Mono<ResponseEntity<RectificationView>> show(Caller caller, @PathVariable("no") String no) {
        return desk.show(caller, no)
                .map(notice -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .eTag("\"%d\"".formatted(notice.version()))
                        .body(notice));
    }

    @PostMapping("/rectifications/{no}/moves")
    Mono<ResponseEntity<String>> move(
            Caller caller,
            @PathVariable("no") String no,
            @Valid @RequestBody RectificationAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Repeat repeat =
                Repeat.of(caller.id().value(), key, "POST /api/v1/rectifications/%s/moves".formatted(no), asked);
        return desk.move(caller, no, asked, new Seen(ifMatch), repeat).map(Answer::toResponse);
    }

    record LookBacks(List<LookBackView> items, @Nullable String nextCursor) {}

    /** The newest hundred. */
    @GetMapping("/look-backs")
    Mono<LookBacks> lookBacks(
            Caller caller, @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place) {
        return lookBacks.list(caller, place).map(items -> new LookBacks(items, null));
    }
}
