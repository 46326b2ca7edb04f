package cn.huiyin.ticket.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.ticket.PolicyDesk;
import cn.huiyin.ticket.PolicyDesk.InForce;
import cn.huiyin.ticket.store.PolicyDocument;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The deadline policy, to be read by everybody who is logged in and changed by an admin. */
@RestController
@RequestMapping("/api/v1/deadline-policies")
class PolicyController {

    private final PolicyDesk desk;

    PolicyController(PolicyDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/current")
    Mono<InForce> inForce() {
        return desk.inForce();
    }

    /** A new version, whole. */
    record NewVersion(
            @NotNull(message = "请给出完整的时限规则") @Valid PolicyDocument policy,

            @NotBlank(message = "请写明修改原因") @Size(max = 500, message = "原因请不超过500字") String note) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<InForce> put(Caller caller, @Valid @RequestBody NewVersion asked) {
        return desk.put(caller, asked.policy(), asked.note());
    }
}
