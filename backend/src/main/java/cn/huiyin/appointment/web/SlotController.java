package cn.huiyin.appointment.web;

import cn.huiyin.appointment.PageCursor;
import cn.huiyin.appointment.Seen;
import cn.huiyin.appointment.SlotDesk;
import cn.huiyin.appointment.SlotId;
import cn.huiyin.appointment.SlotMoveAsked;
import cn.huiyin.appointment.SlotRegister;
import cn.huiyin.appointment.SlotRegister.Page;
import cn.huiyin.appointment.SlotRegister.Wanted;
import cn.huiyin.appointment.SlotView;
import cn.huiyin.appointment.SlotsAsked;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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

/** Times that can be booked. */
@RestController
@RequestMapping("/api/v1/slots")
class SlotController {

    private final SlotRegister register;
    private final SlotDesk desk;

    SlotController(SlotRegister register, SlotDesk desk) {
        this.register = register;
        this.desk = desk;
    }

    /** {@code from} and {@code to} are days or moments; a day as {@code to} is included. */
    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "scope", defaultValue = "bookable") String scope,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "service", required = false) @Nullable @Size(max = 32) String service,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        String wanted = service == null || service.isBlank() ? null : service;
        var asked =
                new Wanted(Moment.from("from", from), Moment.until("to", to), wanted, PageCursor.read(cursor), size);
        return switch (scope) {
            case "bookable" -> register.bookable(caller, asked);
            case "desk" -> register.desk(caller, asked);
            default -> throw Refusal.invalid(new Fault("scope", "范围只能是 bookable 或 desk"));
        };
    }

    @PostMapping
    Mono<ResponseEntity<String>> open(
            Caller caller,
            @Valid @RequestBody SlotsAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return desk.open(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/slots", asked))
                .map(Answer::toResponse);
    }

    @PostMapping("/{id}/moves")
    Mono<ResponseEntity<SlotView>> move(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody SlotMoveAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        SlotId slot = SlotId.read(id).orElseThrow(() -> Refusal.unknown("SLOT_NOT_FOUND", "没有找到这个时段"));
        return desk.move(caller, slot, asked, new Seen(ifMatch))
                .map(after -> ResponseEntity.ok().eTag(after.etag()).body(after));
    }
}
