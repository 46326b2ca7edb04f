package cn.huiyin.ticket.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.TimelineVerification;
import cn.huiyin.ticket.TimelineVerification.Verified;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One call verifies a ticket's chain. */
@RestController
class TimelineController {

    private final TimelineVerification verification;

    TimelineController(TimelineVerification verification) {
        this.verification = verification;
    }

    /** {@code head} is a hash somebody kept from an earlier answer. */
    @GetMapping("/api/v1/tickets/{no}/verification")
    Mono<Verified> verify(
            Caller caller, @PathVariable String no, @RequestParam(required = false) @Nullable String head) {
        if (head != null && !head.matches("[0-9a-f]{64}")) {
            throw Refusal.invalid(new Fault("head", "校验码应为64位小写十六进制"));
        }
        return verification.verify(new TicketNo(no), caller, head);
    }
}
