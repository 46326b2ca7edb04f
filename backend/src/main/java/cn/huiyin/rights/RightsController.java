package cn.huiyin.rights;

import cn.huiyin.identity.Caller;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own data, told and erased. */
@RestController
@RequestMapping("/api/v1/me")
class RightsController {

    private final RightsDesk desk;

    RightsController(RightsDesk desk) {
        this.desk = desk;
    }

    record Export(Map<String, Object> sections) {}

    @PostMapping("/exports")
    Mono<ResponseEntity<Export>> export(Caller caller) {
        return desk.export(caller)
                .map(sections -> ResponseEntity.ok()
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(new Export(sections)));
    }

    record Erasures(List<Erasure> items) {}

    @GetMapping("/erasures")
    Mono<Erasures> list(Caller caller) {
        return desk.list(caller).map(Erasures::new);
    }

    @PostMapping("/erasures")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Erasure> ask(Caller caller) {
        return desk.ask(caller);
    }

    @PostMapping("/erasures/{id}/withdraw")
    Mono<Erasure> withdraw(Caller caller, @PathVariable("id") long id) {
        return desk.withdraw(caller, id);
    }
}
