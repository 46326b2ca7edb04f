package cn.huiyin.visit.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.visit.CardView;
import cn.huiyin.visit.ConsentDesk;
import cn.huiyin.visit.ConsentView;
import cn.huiyin.visit.OwnConsentAsked;
import cn.huiyin.visit.OwnVisits;
import cn.huiyin.visit.RecordView;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.VisitPage;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Visits to one's own home. */
@RestController
@RequestMapping("/api/v1/households/mine")
class OwnVisitsController {

    private final ConsentDesk consents;
    private final OwnVisits visits;

    OwnVisitsController(ConsentDesk consents, OwnVisits visits) {
        this.consents = consents;
        this.visits = visits;
    }

    @GetMapping("/visit-consent")
    Mono<ConsentView> consent(Caller caller) {
        return consents.mine(caller);
    }

    @PostMapping("/visit-consent")
    Mono<ResponseEntity<String>> say(
            Caller caller,
            @Valid @RequestBody OwnConsentAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        String call = "POST /api/v1/households/mine/visit-consent";
        return consents.say(caller, asked, Repeat.of(caller.id().value(), key, call, asked))
                .map(Answer::toResponse);
    }

    @GetMapping("/visits")
    Mono<VisitPage<RecordView>> visits(
            Caller caller,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return visits.visits(caller, VisitCursor.read(cursor, VisitCursor.NEWEST), size);
    }

    @GetMapping("/need-cards")
    Mono<VisitPage<CardView>> cards(
            Caller caller,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return visits.cards(caller, VisitCursor.read(cursor, VisitCursor.NEWEST), size);
    }
}
