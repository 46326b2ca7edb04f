package cn.huiyin.messaging.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.messaging.PreferenceDesk;
import cn.huiyin.messaging.PreferenceDesk.Shown;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How the caller wants to be told. */
@RestController
@RequestMapping("/api/v1/me")
class PreferenceController {

    private final PreferenceDesk desk;

    PreferenceController(PreferenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/message-preferences")
    Mono<Shown> show(Caller caller) {
        return desk.show(caller);
    }

    @PutMapping("/message-preferences")
    Mono<Shown> keep(Caller caller, @Valid @RequestBody Asked asked) {
        var quiet = asked.quietHours();
        return desk.keep(
                caller,
                quiet == null ? null : quiet.from(),
                quiet == null ? null : quiet.to(),
                Boolean.TRUE.equals(asked.dailySummary()),
                Objects.requireNonNullElse(asked.leaveOut(), List.of()));
    }

    @PutMapping("/employee-binding")
    Mono<Shown> bind(Caller caller, @Valid @RequestBody Bound asked) {
        return desk.bind(caller, Boolean.TRUE.equals(asked.bound()));
    }

    record Asked(
            @Nullable @Valid Quiet quietHours,
            @Nullable Boolean dailySummary,
            @Nullable @Size(max = 4, message = "最多 4 种") List<@NotNull(message = "不能为空") String> leaveOut) {}

    record Quiet(
            @NotNull(message = "缺少开始时间") @Size(max = 5, message = "时间写成 22:00 这样") String from,

            @NotNull(message = "缺少结束时间") @Size(max = 5, message = "时间写成 07:00 这样") String to) {}

    record Bound(@NotNull(message = "缺少 bound") Boolean bound) {}
}
