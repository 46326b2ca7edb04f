package cn.huiyin.care.web;

import cn.huiyin.care.CareAsked;
import cn.huiyin.care.CareDesk;
import cn.huiyin.care.CareRegister;
import cn.huiyin.care.CareRegister.CommunityCares;
import cn.huiyin.care.CareView;
import cn.huiyin.care.CareView.Line;
import cn.huiyin.care.store.CareLists.After;
import cn.huiyin.care.store.CareLists.Wanted;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
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

/** Special households and who looks after them. */
@RestController
@RequestMapping("/api/v1/cares")
class CareController {

    private static final LocalDate FARTHEST = LocalDate.of(2999, 1, 1);

    private final CareDesk desk;
    private final CareRegister register;

    CareController(CareDesk desk, CareRegister register) {
        this.desk = desk;
        this.register = register;
    }

    record Page(List<Line> items, @Nullable String nextCursor) {}

    /** {@code scope}: desk, all within reach; mine, those that the caller looks after. */
    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "scope", defaultValue = "desk") String scope,
            @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place,
            @RequestParam(name = "state", defaultValue = "OPEN") Wanted state,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 400) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        After after = after(cursor);
        Mono<CareRegister.Page> found = switch (scope) {
            case "desk" -> register.desk(caller, place, state, after, size);
            case "mine" -> register.mine(caller, state, after, size);
            default -> throw Refusal.invalid(new Fault("scope", "范围只能是 desk 或 mine"));
        };
        return found.map(page -> new Page(page.items(), page.last() == null ? null : cursor(page.last())));
    }

    private static String cursor(After last) {
        String plain = last.day() + " " + last.household();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static After after(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return After.NOTHING;
        }
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
            LocalDate day = LocalDate.parse(parts[0]);
            if (day.isBefore(LocalDate.EPOCH) || day.isAfter(FARTHEST) || parts[1].indexOf('\0') >= 0) {
                throw broken();
            }
            return new After(day, parts[1]);
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException garbled) {
            throw broken();
        }
    }

    private static Refusal broken() {
        return Refusal.invalid(new Fault("cursor", "翻页标记不正确，请从第一页重新查看"));
    }

    record Counts(List<CommunityCares> items, @Nullable String nextCursor) {}

    @GetMapping("/counts")
    Mono<Counts> counts(
            Caller caller, @RequestParam(name = "place", required = false) @Nullable @Size(max = 64) String place) {
        return register.counts(caller, place).map(all -> new Counts(all, null));
    }

    /** The care of one's own home. */
    @GetMapping("/mine")
    Mono<CareView.Mine> mine(Caller caller) {
        return desk.mine(caller);
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<CareView>> show(Caller caller, @PathVariable("id") String id) {
        return desk.show(caller, id)
                .map(care -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .eTag("\"%d\"".formatted(care.version()))
                        .body(care));
    }

    @PostMapping("/{id}/steps")
    Mono<ResponseEntity<String>> step(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody CareAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Repeat repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/cares/%s/steps".formatted(id), asked);
        return desk.step(caller, id, asked, new Seen(ifMatch), repeat).map(Answer::toResponse);
    }
}
