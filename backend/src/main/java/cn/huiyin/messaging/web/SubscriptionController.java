package cn.huiyin.messaging.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.SubscriptionDesk;
import cn.huiyin.messaging.SubscriptionDesk.Asked;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What to ask permission for, and the ledger of what was granted. */
@RestController
@RequestMapping("/api/v1/subscriptions")
class SubscriptionController {

    private final SubscriptionDesk desk;

    SubscriptionController(SubscriptionDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/templates")
    ToAsk templates(
            Caller caller,
            @RequestParam(name = "occasion", required = false) @Size(max = 64, message = "最多 64 个字") @Nullable String occasion) {
        return new ToAsk(desk.toAsk(caller, occasion));
    }

    @PostMapping("/grants")
    Mono<ResponseEntity<String>> answered(
            Caller caller,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key,
            @Valid @RequestBody Answered answered) {
        var repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/subscriptions/grants", answered);
        return desk.answered(answered.results(), repeat).map(Answer::toResponse);
    }

    /** Made JSON by PostgreSQL already. */
    @GetMapping("/grants")
    Mono<ResponseEntity<String>> ledger(Caller caller) {
        return desk.ledger(caller)
                .map(body -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body));
    }

    record ToAsk(List<Asked> items) {}

    record Answered(@NotNull(message = "缺少 results") Map<String, String> results) {}
}
