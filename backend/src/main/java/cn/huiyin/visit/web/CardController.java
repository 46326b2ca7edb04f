package cn.huiyin.visit.web;

import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.Caller;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.visit.CardDesk;
import cn.huiyin.visit.CardMoveAsked;
import cn.huiyin.visit.CardOpenAsked;
import cn.huiyin.visit.CardView;
import cn.huiyin.visit.VisitCursor;
import cn.huiyin.visit.VisitPage;
import cn.huiyin.visit.domain.CardColour;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
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
import reactor.core.publisher.Mono;

/** Needs cards, for staff. */
@RestController
@RequestMapping("/api/v1/need-cards")
class CardController {

    private final CardDesk desk;

    CardController(CardDesk desk) {
        this.desk = desk;
    }

    @PostMapping
    Mono<ResponseEntity<String>> open(
            Caller caller,
            @Valid @RequestBody CardOpenAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        return desk.open(caller, asked, Repeat.of(caller.id().value(), key, "POST /api/v1/need-cards", asked))
                .map(Answer::toResponse);
    }

    @GetMapping
    Mono<VisitPage<CardView>> list(
            Caller caller,
            @RequestParam(name = "state", defaultValue = "open") String state,
            @RequestParam(name = "colour", required = false) @Nullable CardColour colour,
            @RequestParam(name = "household", required = false) @Nullable @Size(max = 64) String household,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 200) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        if (household != null) {
            return desk.ofHome(caller, household, VisitCursor.read(cursor, VisitCursor.NEWEST), size);
        }
        return switch (state) {
            case "open" -> desk.list(caller, colour, true, VisitCursor.read(cursor, VisitCursor.FIRST), size);
            case "closed" -> desk.list(caller, colour, false, VisitCursor.read(cursor, VisitCursor.NEWEST), size);
            default -> throw Refusal.invalid(new Fault("state", "状态只能是 open 或 closed"));
        };
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<CardView>> show(Caller caller, @PathVariable("id") String id) {
        return desk.show(caller, id).map(CardController::found);
    }

    @PostMapping("/{id}/moves")
    Mono<ResponseEntity<CardView>> move(
            Caller caller,
            @PathVariable("id") String id,
            @Valid @RequestBody CardMoveAsked asked,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return desk.move(caller, id, asked, ifMatch).map(CardController::found);
    }

    private static ResponseEntity<CardView> found(CardView card) {
        return ResponseEntity.ok().eTag(card.etag()).body(card);
    }
}
