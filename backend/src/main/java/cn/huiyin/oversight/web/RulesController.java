package cn.huiyin.oversight.web;

import cn.huiyin.identity.Caller;
import cn.huiyin.oversight.RulesAsked;
import cn.huiyin.oversight.RulesDesk;
import cn.huiyin.oversight.domain.Rules;
import cn.huiyin.problem.Seen;
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

/** The figures of oversight. */
@RestController
@RequestMapping("/api/v1/oversight-rules")
class RulesController {

    private final RulesDesk desk;

    RulesController(RulesDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    Mono<ResponseEntity<Rules>> show() {
        return desk.show().map(RulesController::shown);
    }

    @PutMapping
    Mono<ResponseEntity<Rules>> put(
            Caller caller,
            @Valid @RequestBody RulesAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.put(caller, asked, new Seen(ifMatch)).map(RulesController::shown);
    }

    private static ResponseEntity<Rules> shown(Rules rules) {
        return ResponseEntity.ok().eTag("\"%d\"".formatted(rules.version())).body(rules);
    }
}
