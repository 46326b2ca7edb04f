package cn.huiyin.appointment.web;

import cn.huiyin.appointment.AppointmentDesk;
import cn.huiyin.appointment.AppointmentNo;
import cn.huiyin.appointment.AppointmentRegister;
import cn.huiyin.appointment.AppointmentRegister.Page;
import cn.huiyin.appointment.AppointmentView;
import cn.huiyin.appointment.BookingAsked;
import cn.huiyin.appointment.BookingDesk;
import cn.huiyin.appointment.MoveAsked;
import cn.huiyin.appointment.PageCursor;
import cn.huiyin.appointment.Seen;
import cn.huiyin.appointment.domain.State;
import cn.huiyin.household.FileView;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Booking, following and moving appointments. */
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {

    private final BookingDesk bookings;
    private final AppointmentDesk desk;
    private final AppointmentRegister register;

    AppointmentController(BookingDesk bookings, AppointmentDesk desk, AppointmentRegister register) {
        this.bookings = bookings;
        this.desk = desk;
        this.register = register;
    }

    @PostMapping
    Mono<ResponseEntity<String>> book(
            Caller caller,
            @Valid @RequestBody BookingAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return bookings.book(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/appointments", asked))
                .map(Answer::toResponse);
    }

    /** {@code state} may be given several times; none means all. {@code from} and {@code to} are for the desk. */
    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "scope", defaultValue = "mine") String scope,
            @RequestParam(name = "state", required = false) @Nullable List<String> state,
            @RequestParam(name = "from", required = false) @Nullable String from,
            @RequestParam(name = "to", required = false) @Nullable String to,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        PageCursor after = PageCursor.read(cursor);
        Set<State> states = states(state);
        return switch (scope) {
            case "mine" -> register.mine(caller, states, after, size);
            case "desk" ->
                register.desk(caller, states, Moment.from("from", from), Moment.until("to", to), after, size);
            default -> throw Refusal.invalid(new Fault("scope", "范围只能是 mine 或 desk"));
        };
    }

    private static Set<State> states(@Nullable List<String> words) {
        Set<State> states = EnumSet.noneOf(State.class);
        if (words != null) {
            words.stream().map(AppointmentController::state).forEach(states::add);
        }
        return states.isEmpty() ? EnumSet.allOf(State.class) : states;
    }

    private static State state(String word) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(new Fault("state", "没有这种状态：请看接口文档里的 AppointmentState")));
    }

    /** The appointment, or 304 where the caller has it already. */
    @GetMapping("/{id}")
    Mono<ResponseEntity<AppointmentView>> show(
            Caller caller, @PathVariable("id") String id, ServerWebExchange exchange) {
        return desk.show(new AppointmentNo(id), caller)
                .filter(appointment -> !exchange.checkNotModified(appointment.etag()))
                .map(AppointmentController::found);
    }

    @PostMapping("/{id}/moves")
    Mono<ResponseEntity<AppointmentView>> move(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody MoveAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.move(new AppointmentNo(id), caller, asked, new Seen(ifMatch))
                .map(AppointmentController::found);
    }

    /** The number to call; each look is kept. */
    @GetMapping("/{id}/phone")
    Mono<Phone> phone(Caller caller, @PathVariable("id") String id) {
        return desk.phone(new AppointmentNo(id), caller).map(Phone::new);
    }

    record Phone(String phone) {}

    /** What whoever comes may know of the home; the household sees the look. */
    @GetMapping("/{id}/household")
    Mono<FileView> card(Caller caller, @PathVariable("id") String id) {
        return desk.card(new AppointmentNo(id), caller);
    }

    private static ResponseEntity<AppointmentView> found(AppointmentView appointment) {
        return ResponseEntity.ok().eTag(appointment.etag()).body(appointment);
    }
}
