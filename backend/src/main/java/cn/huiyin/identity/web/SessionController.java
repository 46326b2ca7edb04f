package cn.huiyin.identity.web;

import cn.huiyin.identity.Session;
import cn.huiyin.identity.SessionDesk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Logging in and out. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionController {

    private final SessionDesk desk;

    SessionController(SessionDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SessionBegun> login(@Valid @RequestBody LoginAsked asked) {
        return desk.login(asked.code()).map(SessionBegun::of);
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> logout(CallerAuthentication caller) {
        return desk.logout(caller.getPrincipal(), caller.getCredentials());
    }

    record LoginAsked(
            @NotBlank(message = "缺少微信登录凭证 code") @Size(max = 128, message = "微信登录凭证过长") String code) {}

    record SessionBegun(String token, Instant expiresAt, Who account) {

        static SessionBegun of(Session session) {
            return new SessionBegun(
                    session.token(),
                    session.expiresAt(),
                    new Who(
                            session.caller().id().toString(),
                            session.caller().displayName(),
                            Posts.roles(session.caller().posts())));
        }
    }

    record Who(String id, String displayName, List<String> roles) {}
}
