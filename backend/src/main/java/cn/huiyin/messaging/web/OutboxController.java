package cn.huiyin.messaging.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.OperatorDesk;
import cn.huiyin.messaging.domain.Mending;
import cn.huiyin.messaging.domain.Settlement.State;
import cn.huiyin.messaging.store.OutboxRows.Item;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For administrators: the outbox, and what can be done about messages that could not be sent. */
@RestController
@RequestMapping("/api/v1/ops")
class OutboxController {

    private final OperatorDesk desk;

    OutboxController(OperatorDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/outbox")
    Mono<Listed> page(
            Caller caller,
            @RequestParam(name = "state", defaultValue = "DEAD") State state,
            @RequestParam(name = "occasion", required = false) @Size(max = 64, message = "最多 64 个字") @Nullable String occasion,
            @RequestParam(name = "cursor", defaultValue = MessagePage.FROM_THE_NEWEST)
                    @Min(value = 1, message = MessagePage.CURSOR) long cursor,
            @RequestParam(name = "size", defaultValue = "20")
                    @Min(value = 1, message = MessagePage.SIZE) @Max(value = 100, message = MessagePage.SIZE) int size) {
        return desk.page(caller, state.name(), occasion, cursor, size + 1)
                .map(page -> MessagePage.of(page, size, item -> Long.toString(item.id())))
                .map(Listed::of);
    }

    @GetMapping("/outbox/{id}")
    Mono<ResponseEntity<String>> one(Caller caller, @PathVariable("id") long id) {
        return desk.find(caller, id).map(OutboxController::json);
    }

    @PostMapping("/outbox/{id}/moves")
    Mono<ResponseEntity<String>> move(Caller caller, @PathVariable("id") long id, @Valid @RequestBody Asked asked) {
        var moved =
                asked.move() == Move.SEND_AGAIN ? desk.sendAgain(caller, id, asked.mending()) : desk.giveUp(caller, id);
        return moved.map(OutboxController::json);
    }

    @PostMapping("/outbox/moves")
    Mono<Moved> sendAllAgain(Caller caller, @Valid @RequestBody AskedOfMany asked) {
        return desk.sendAllAgain(caller, asked.occasion(), asked.error(), asked.most())
                .map(Moved::new);
    }

    @GetMapping("/messaging")
    Mono<ResponseEntity<String>> overview(Caller caller) {
        return desk.overview(caller).map(OutboxController::json);
    }

    @PostMapping("/messaging/templates/{templateId}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> release(Caller caller, @PathVariable("templateId") String templateId) {
        return desk.release(caller, templateId);
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }

    /** What an operator can do with a message. */
    enum Move {
        /** From the beginning, with what was put right. */
        SEND_AGAIN,
        GIVE_UP
    }

    /**
     * @param facts put in place of what the message said
     * @param skip channels left out this time
     */
    record Asked(
            @NotNull(message = "缺少 move") Move move,

            @Size(max = 20, message = "最多改 20 项") @Nullable Map<
                            @Size(min = 1, max = 40, message = "最多 40 个字") String,
                            @NotNull(message = "不能为空") @Size(max = 200, message = "最多 200 个字") String>
                    facts,

            @Size(max = 4, message = "最多 4 个渠道") @Nullable List<
                            @Pattern(regexp = "SUBSCRIBE|TEMPLATE|CUSTOMER_SERVICE|EMPLOYEE", message = "没有这个渠道") @NotNull(message = "不能为空") String>
                    skip) {

        Mending mending() {
            return new Mending(facts == null ? Map.of() : facts, skip == null ? List.of() : skip);
        }
    }

    /**
     * @param error how their last error begins, such as {@code -1}
     * @param most how many at the most
     */
    record AskedOfMany(
            @NotNull(message = "缺少 occasion") @Size(min = 1, max = 64, message = "1 到 64 个字") String occasion,

            @NotNull(message = "缺少 error") @Size(min = 1, max = 64, message = "1 到 64 个字") String error,

            @Min(value = 1, message = "1 到 500") @Max(value = 500, message = "1 到 500") int most) {}

    record Moved(long moved) {}

    /** Its items were made JSON by PostgreSQL already. */
    record Listed(@JsonRawValue String items, @Nullable String nextCursor) {

        static Listed of(MessagePage<Item> page) {
            return new Listed(
                    page.items().stream().map(Item::json).collect(Collectors.joining(",", "[", "]")),
                    page.nextCursor());
        }
    }
}
