package cn.huiyin.appointment.web;

import cn.huiyin.appointment.BookingPolicyDesk;
import cn.huiyin.appointment.PolicyAsked;
import cn.huiyin.appointment.Seen;
import cn.huiyin.appointment.domain.Policy;
import cn.huiyin.identity.Caller;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The figures of booking. */
@RestController
@RequestMapping("/api/v1/appointment-policy")
class BookingPolicyController {

    private final BookingPolicyDesk desk;

    BookingPolicyController(BookingPolicyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<ResponseEntity<Policy>> show() {
        return desk.show().map(BookingPolicyController::shown);
    }

    @PutMapping
    Mono<ResponseEntity<Policy>> put(
            Caller caller,
            @Valid @RequestBody PolicyAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.put(caller, asked, new Seen(ifMatch)).map(BookingPolicyController::shown);
    }

    private static ResponseEntity<Policy> shown(Policy policy) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(policy.version())).body(policy);
    }
}
