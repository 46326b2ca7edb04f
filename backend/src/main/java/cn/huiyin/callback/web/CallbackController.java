package cn.huiyin.callback.web;

import cn.huiyin.callback.CallbackDesk;
import cn.huiyin.callback.domain.Rating;
import cn.huiyin.identity.Caller;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TicketView;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Ratings, by residents themselves or written down for them by a grid worker. */
@RestController
class CallbackController {

    private final CallbackDesk desk;

    CallbackController(CallbackDesk desk) {
        this.desk = desk;
    }

    /** As it arrives. */
    record RatingAsked(
            @NotNull(message = "请选择问题是否解决") Boolean resolved,

            @NotNull(message = "请打分") @Min(value = 1, message = "分数应为1到5") @Max(value = 5, message = "分数应为1到5") Integer score,

            @Nullable @Size(max = 500, message = "评价请不超过500字") String comment) {}

    @PostMapping("/api/v1/tickets/{no}/callback")
    Mono<ResponseEntity<TicketView>> rate(
            Caller caller, @PathVariable String no, @Valid @RequestBody RatingAsked asked) {
        return desk.rate(new TicketNo(no), caller, new Rating(asked.resolved(), asked.score(), asked.comment()))
                .map(ticket -> ResponseEntity.ok().eTag(ticket.etag()).body(ticket));
    }
}
