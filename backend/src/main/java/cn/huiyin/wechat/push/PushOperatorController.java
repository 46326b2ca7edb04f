package cn.huiyin.wechat.push;

import cn.huiyin.identity.Caller;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For administrators: what WeChat pushed and nobody could finish. */
@RestController
@RequestMapping("/api/v1/wechat/pushes")
class PushOperatorController {

    private static final String FROM_THE_NEWEST = "9223372036854775807";

    private final PushOperatorDesk desk;

    PushOperatorController(PushOperatorDesk desk) {
        this.desk = desk;
    }

    /** As in the table. */
    enum State {
        WAITING,
        DONE,
        UNHEARD,
        PARKED
    }

    @GetMapping
    Mono<Listed> page(
            Caller caller,
            @RequestParam(name = "state", defaultValue = "PARKED") State state,
            @RequestParam(name = "cursor", defaultValue = FROM_THE_NEWEST) @Min(value = 1, message = "cursor 不正确") long cursor,
            @RequestParam(name = "size", defaultValue = "20")
                    @Min(value = 1, message = "每页 1 到 100 条") @Max(value = 100, message = "每页 1 到 100 条") int size) {
        return desk.page(caller, state.name(), cursor, size + 1).map(found -> Listed.of(found, size));
    }

    @PostMapping("/{id}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> again(Caller caller, @PathVariable("id") long id) {
        return desk.again(caller, id);
    }

    /** Its items were made JSON by PostgreSQL already. */
    record Listed(@JsonRawValue String items, @Nullable String nextCursor) {

        static Listed of(List<PushRows.Item> found, int size) {
            var page = found.size() > size ? found.subList(0, size) : found;
            return new Listed(
                    page.stream().map(PushRows.Item::json).collect(Collectors.joining(",", "[", "]")),
                    found.size() > size ? Long.toString(page.get(size - 1).id()) : null);
        }
    }
}
