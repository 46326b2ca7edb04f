package cn.huiyin.identity.web;

import cn.huiyin.community.Community;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Home;
import cn.huiyin.identity.HomeDesk;
import cn.huiyin.identity.HomeState;
import cn.huiyin.problem.Seen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For grid workers: who says they live here, and whether they do. */
@RestController
@RequestMapping("/api/v1/homes")
class HomeController {

    private final HomeDesk desk;
    private final Community community;

    HomeController(HomeDesk desk, Community community) {
        this.desk = desk;
        this.community = community;
    }

    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(name = "state", defaultValue = "REQUESTED") HomeState state,
            @RequestParam(name = "cursor", required = false) @Nullable @Size(max = 100) String cursor,
            @RequestParam(name = "size", defaultValue = "20") @Min(1) @Max(100) int size) {
        HomeCursor from = HomeCursor.read(cursor);
        return desk.list(caller, state, from.at(), from.last(), size + 1).map(homes -> page(homes, size));
    }

    @PostMapping("/{accountId}/confirm")
    Mono<ResponseEntity<Shown>> confirm(
            Caller caller,
            @PathVariable("accountId") long accountId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return decide(caller, accountId, ifMatch, HomeState.CONFIRMED);
    }

    @PostMapping("/{accountId}/refuse")
    Mono<ResponseEntity<Shown>> refuse(
            Caller caller,
            @PathVariable("accountId") long accountId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return decide(caller, accountId, ifMatch, HomeState.REFUSED);
    }

    private Mono<ResponseEntity<Shown>> decide(
            Caller caller, long accountId, @Nullable String ifMatch, HomeState decision) {
        return desk.decide(caller, new AccountId(accountId), new Seen(ifMatch).version(), decision)
                .map(home ->
                        ResponseEntity.ok().eTag(EntityTag.of(home.version())).body(shown(home)));
    }

    private Page page(List<Home> homes, int size) {
        boolean more = homes.size() > size;
        return new Page(
                homes.stream().limit(size).map(this::shown).toList(),
                more ? HomeCursor.after(homes.get(size - 1)) : null);
    }

    private Shown shown(Home home) {
        return new Shown(
                home.account().toString(),
                home.displayName(),
                home.building().value(),
                community.atlas().inWords(home.path()),
                home.room(),
                home.state(),
                home.askedAt(),
                EntityTag.of(home.version()));
    }

    /** @param etag what {@code If-Match} wants when this home is decided */
    record Shown(
            String accountId,
            String displayName,
            String buildingId,
            String place,
            @Nullable String room,
            HomeState state,
            Instant askedAt,
            String etag) {}

    record Page(List<Shown> items, @Nullable String nextCursor) {}
}
