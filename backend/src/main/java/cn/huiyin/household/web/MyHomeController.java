package cn.huiyin.household.web;

import cn.huiyin.household.ChangesAsked;
import cn.huiyin.household.FileView;
import cn.huiyin.household.MyHomeDesk;
import cn.huiyin.household.domain.Purpose;
import cn.huiyin.household.store.Files.Asked;
import cn.huiyin.household.store.Past.Looked;
import cn.huiyin.household.store.Proposals.Proposal;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Contact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

/** The file of one's own home. */
@RestController
@RequestMapping("/api/v1/households/mine")
class MyHomeController {

    private final MyHomeDesk desk;
    private final Accounts accounts;

    MyHomeController(MyHomeDesk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    @GetMapping
    Mono<ResponseEntity<FileView>> show(
            Caller caller, @RequestParam(name = "asOf", required = false) @Nullable LocalDate asOf) {
        return desk.show(caller, new Asked(asOf, null)).map(HouseholdController::found);
    }

    @PostMapping("/changes")
    Mono<ResponseEntity<String>> change(
            Caller caller,
            @Valid @RequestBody ChangesAsked asked,
            @RequestHeader(name = Repeat.HEADER, required = false) @Nullable String key) {
        Repeat repeat = Repeat.of(caller.id().value(), key, "POST /api/v1/households/mine/changes", asked);
        return desk.change(caller, asked, repeat).map(Answer::toResponse);
    }

    /** What became of a proposal. */
    record Mine(
            String id, Instant at, String state, @Nullable String answer, boolean own) {}

    record MinePage(List<Mine> items) {}

    @GetMapping("/proposals")
    Mono<MinePage> proposals(Caller caller) {
        return desk.proposals(caller)
                .map(all ->
                        new MinePage(all.stream().map(one -> mine(one, caller)).toList()));
    }

    private static Mine mine(Proposal proposal, Caller caller) {
        return new Mine(
                Long.toString(proposal.id()),
                proposal.at(),
                proposal.state(),
                proposal.answer(),
                proposal.by() == caller.id().value());
    }

    /**
     * Somebody looked.
     *
     * @param what the file, its history, a search, a proposal, the card of a visit
     */
    record Look(String id, Instant at, String by, String role, String purpose, String what) {}

    record LookPage(List<Look> items, @Nullable String nextCursor) {}

    @GetMapping("/looks")
    Mono<LookPage> looks(
            Caller caller,
            @RequestParam(name = "cursor", defaultValue = "9223372036854775807") @Min(1) long cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return desk.looks(caller, cursor, size + 1)
                .flatMap(looks -> accounts.contacts(looks.stream()
                                .map(Looked::by)
                                .map(AccountId::new)
                                .collect(Collectors.toSet()))
                        .map(names -> page(looks, names, size)));
    }

    private static LookPage page(List<Looked> looks, Map<AccountId, Contact> names, int size) {
        return new LookPage(
                looks.stream().limit(size).map(look -> look(look, names)).toList(),
                looks.size() > size ? Long.toString(looks.get(size - 1).id()) : null);
    }

    private static Look look(Looked look, Map<AccountId, Contact> names) {
        Contact by = names.get(new AccountId(look.by()));
        return new Look(
                Long.toString(look.id()),
                look.at(),
                by == null ? "工作人员" : by.displayName(),
                Arrays.stream(look.role().split(" ", -1))
                        .map(role -> WordsController.ROLES.getOrDefault(role, role))
                        .collect(Collectors.joining("、")),
                Purpose.valueOf(look.purpose()).chinese(),
                look.what());
    }
}
