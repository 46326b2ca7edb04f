package cn.huiyin.ticket.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.ticket.MoveAsked;
import cn.huiyin.ticket.Submission;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketDesk.Seen;
import cn.huiyin.ticket.TicketIntake;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TicketView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Filing, following and moving tickets. */
@RestController
@RequestMapping("/api/v1/tickets")
class TicketController {

    private final TicketIntake intake;
    private final TicketDesk desk;

    TicketController(TicketIntake intake, TicketDesk desk) {
        this.intake = intake;
        this.desk = desk;
    }

    @PostMapping
    Mono<ResponseEntity<String>> submit(
            Caller caller,
            @Valid @RequestBody Submission asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return intake.file(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/tickets", asked))
                .map(Answer::toResponse);
    }

    /** The ticket, or 304 where the caller has it already. */
    @GetMapping("/{no}")
    Mono<ResponseEntity<TicketView>> show(Caller caller, @PathVariable String no, ServerWebExchange exchange) {
        String seen = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_NONE_MATCH);
        return desk.isStill(new TicketNo(no), caller, seen)
                .flatMap(still -> still
                        ? Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                                .eTag(seen)
                                .build())
                        : desk.show(new TicketNo(no), caller)
                                .filter(ticket -> !exchange.checkNotModified(ticket.etag()))
                                .map(TicketController::found));
    }

    @PostMapping("/{no}/moves")
    Mono<ResponseEntity<TicketView>> move(
            Caller caller,
            @PathVariable String no,
            @Valid @RequestBody MoveAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.move(new TicketNo(no), caller, asked, new Seen(ifMatch)).map(TicketController::found);
    }

    /** More facts 补充情况. */
    record Supplement(
            @NotBlank(message = "请写下要补充的情况") @Size(max = 1000, message = "内容请不超过1000字") String description,

            @Nullable @Size(max = 9, message = "照片和语音最多9个") List<@NotNull(message = "附件编号不能为空") @Size(max = 64, message = "附件编号过长") String> media) {}

    @PostMapping("/{no}/supplements")
    Mono<ResponseEntity<String>> supplement(
            Caller caller,
            @PathVariable String no,
            @Valid @RequestBody Supplement asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        List<String> media = Objects.requireNonNullElse(asked.media(), List.of());
        return desk.supplement(
                        new TicketNo(no),
                        caller,
                        asked.description(),
                        media,
                        Repeat.of(caller.id().value(), key, "POST /api/v1/tickets/%s/supplements".formatted(no), asked))
                .map(Answer::toResponse);
    }

    /** A push 催办, with or without words. */
    record Nudge(
            @Nullable @Size(max = 200, message = "留言请不超过200字") String note) {
        static final Nudge SILENT = new Nudge(null);
    }

    @PostMapping("/{no}/nudges")
    Mono<ResponseEntity<String>> nudge(
            Caller caller,
            @PathVariable String no,
            @Valid @RequestBody(required = false) @Nullable Nudge asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Nudge nudge = Objects.requireNonNullElse(asked, Nudge.SILENT);
        return desk.nudge(
                        new TicketNo(no),
                        caller,
                        nudge.note(),
                        Repeat.of(caller.id().value(), key, "POST /api/v1/tickets/%s/nudges".formatted(no), nudge))
                .map(Answer::toResponse);
    }

    private static ResponseEntity<TicketView> found(TicketView ticket) {
        return ResponseEntity.ok().eTag(ticket.etag()).body(ticket);
    }
}
