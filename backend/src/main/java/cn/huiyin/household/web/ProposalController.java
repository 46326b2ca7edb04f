package cn.huiyin.household.web;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.ChangesAsked;
import cn.huiyin.household.ProposalDesk;
import cn.huiyin.household.ProposalDesk.Shown;
import cn.huiyin.household.store.Proposals.Proposal;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Contact;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What residents propose for their files, for staff to decide. */
@RestController
@RequestMapping("/api/v1/household-proposals")
class ProposalController {

    private final ProposalDesk desk;
    private final Accounts accounts;
    private final Community community;

    ProposalController(ProposalDesk desk, Accounts accounts, Community community) {
        this.desk = desk;
        this.accounts = accounts;
        this.community = community;
    }

    record Line(
            String id,
            String householdId,
            String place,
            String room,
            Instant at,
            String by,
            @Nullable ChangesAsked asked) {}

    record Page(List<Line> items, @Nullable String nextCursor) {}

    @GetMapping
    Mono<Page> open(
            Caller caller,
            @RequestParam(name = "cursor", defaultValue = "0") @Min(0) long cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        return desk.open(caller, cursor, size + 1)
                .flatMap(shown -> accounts.contacts(shown.stream()
                                .map(one -> new AccountId(one.proposal().by()))
                                .collect(Collectors.toSet()))
                        .map(names -> page(shown, names, size)));
    }

    private Page page(List<Shown> shown, Map<AccountId, Contact> names, int size) {
        return new Page(
                shown.stream().limit(size).map(one -> line(one, names)).toList(),
                shown.size() > size
                        ? Long.toString(shown.get(size - 1).proposal().id())
                        : null);
    }

    private Line line(Shown shown, Map<AccountId, Contact> names) {
        Proposal proposal = shown.proposal();
        Contact by = names.get(new AccountId(proposal.by()));
        return new Line(
                Long.toString(proposal.id()),
                proposal.household().value(),
                community.atlas().inWords(new PlacePath(proposal.path())),
                proposal.room(),
                proposal.at(),
                by == null ? "已注销的账号" : by.displayName(),
                shown.asked());
    }

    @PostMapping("/{id}/accept")
    Mono<ResponseEntity<String>> accept(Caller caller, @PathVariable("id") long id) {
        return desk.accept(caller, id).map(Answer::toResponse);
    }

    record Refused(
            @NotBlank(message = "请写一句不采纳的原因，居民会看到") @Size(max = 200, message = "最多 200 个字") String answer) {}

    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> refuse(Caller caller, @PathVariable("id") long id, @Valid @RequestBody Refused refused) {
        return desk.refuse(caller, id, refused.answer().strip());
    }
}
