package cn.huiyin.visit.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.ConsentAsked;
import cn.huiyin.visit.ConsentDesk;
import cn.huiyin.visit.ConsentView;
import cn.huiyin.visit.NoticeAsked;
import cn.huiyin.visit.PurposeDesk;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.VisitPage;
import cn.huiyin.visit.domain.ConsentState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Telling what visits are for, and noting what homes say to it. */
@RestController
class ConsentController {

    private final ConsentDesk desk;
    private final PurposeDesk notices;

    ConsentController(ConsentDesk desk, PurposeDesk notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @GetMapping("/api/v1/households/{id}/visit-consent")
    Mono<ConsentView> show(Caller caller, @PathVariable("id") String id) {
        return desk.show(caller, id);
    }

    @PostMapping("/api/v1/households/{id}/visit-consent")
    Mono<ResponseEntity<String>> note(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody ConsentAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        String call = "POST /api/v1/households/%s/visit-consent".formatted(id);
        return desk.note(caller, id, asked, Repeat.of(caller.id().value(), key, call, asked))
                .map(Answer::toResponse);
    }

    /** {@code state} may be given several times; none means those that refuse. */
    @GetMapping("/api/v1/visit-consents")
    Mono<VisitPage<ConsentView>> list(
            Caller caller,
            @RequestParam(name = "state", required = false) @Nullable List<String> state,
            @RequestParam(name = "cursor", defaultValue = "")
                    @Pattern(regexp = "[a-z0-9]{0,32}", message = "翻页位置无效，请从第一页开始") String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return desk.list(caller, states(state), cursor, size);
    }

    private static Set<ConsentState> states(@Nullable List<String> words) {
        Set<ConsentState> states = words == null
                ? Set.of()
                : words.stream().map(ConsentController::state).collect(Collectors.toSet());
        return states.isEmpty() ? EnumSet.of(ConsentState.REFUSED, ConsentState.REFUSED_TWICE) : states;
    }

    private static ConsentState state(String word) {
        return Arrays.stream(ConsentState.values())
                .filter(state -> state.name().equals(word) && state != ConsentState.NONE)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(new Fault("state", "没有这种状态：请看接口文档里的 ConsentState")));
    }

    @PostMapping("/api/v1/visit-notices")
    Mono<ResponseEntity<String>> hang(
            Caller caller,
            @Valid @RequestBody NoticeAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return notices.hang(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/visit-notices", asked))
                .map(Answer::toResponse);
    }

    @GetMapping("/api/v1/visit-notices")
    Mono<VisitPage<PurposeDesk.NoticeView>> notices(
            Caller caller,
            @RequestParam(name = "place") @Size(max = 64) String place,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return notices.list(place, VisitCursor.read(cursor, VisitCursor.NEWEST), size);
    }
}
