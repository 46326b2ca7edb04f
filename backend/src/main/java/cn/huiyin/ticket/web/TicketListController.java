package cn.huiyin.ticket.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.TicketRegister;
import cn.huiyin.ticket.TicketRegister.Page;
import cn.huiyin.ticket.TicketRegister.Scope;
import cn.huiyin.ticket.domain.Stage;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lists of tickets. */
@RestController
class TicketListController {

    private static final int MOST = 100;

    private final TicketRegister register;

    TicketListController(TicketRegister register) {
        this.register = register;
    }

    /** {@code stage} may be given several times; none means all. */
    @GetMapping("/api/v1/tickets")
    Mono<Page> list(
            Caller caller,
            @RequestParam(defaultValue = "mine") String scope,
            @RequestParam(required = false) @Nullable List<String> stage,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int size) {
        if (size < 1 || size > MOST) {
            throw Refusal.invalid(new Fault("size", "每页数量应为1到%d".formatted(MOST)));
        }
        return register.page(caller, scope(scope), stages(stage), cursor, size);
    }

    private static Scope scope(String word) {
        return Arrays.stream(Scope.values())
                .filter(scope -> scope.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(new Fault("scope", "范围只能是 mine、desk 或 unowned")));
    }

    private static Set<Stage> stages(@Nullable List<String> words) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        if (words != null) {
            words.stream().map(TicketListController::stage).forEach(stages::add);
        }
        return stages;
    }

    private static Stage stage(String word) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(new Fault("stage", "环节只能是 " + names())));
    }

    private static String names() {
        return Arrays.stream(Stage.values()).map(Stage::name).collect(Collectors.joining("、"));
    }
}
