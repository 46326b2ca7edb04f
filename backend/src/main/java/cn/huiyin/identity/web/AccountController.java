package cn.huiyin.identity.web;

import cn.huiyin.identity.Account;
import cn.huiyin.identity.AccountDesk;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.PostAsked;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For administrators: find somebody, give out posts. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountController {

    private final AccountDesk desk;

    AccountController(AccountDesk desk) {
        this.desk = desk;
    }

    /** A search that is posted: a phone number in an address would end in every access log on the way. */
    @PostMapping("/searches")
    Mono<Found> search(Caller caller, @Valid @RequestBody Search asked) {
        return find(caller, asked)
                .map(account -> new Found(List.of(Shown.of(account)), null))
                .defaultIfEmpty(new Found(List.of(), null));
    }

    @PutMapping("/{id}/posts")
    Mono<ResponseEntity<Shown>> appoint(
            Caller caller,
            @PathVariable("id") long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PostsAsked asked) {
        return desk.appoint(caller, new AccountId(id), new Seen(ifMatch).version(), asked.read())
                .map(account -> ResponseEntity.ok()
                        .eTag(EntityTag.of(account.postsVersion()))
                        .body(Shown.of(account)));
    }

    private Mono<Account> find(Caller caller, Search asked) {
        if (asked.id() != null) {
            return desk.find(caller, new AccountId(Long.parseLong(asked.id())));
        }
        if (asked.phone() == null) {
            return Mono.error(Refusal.invalid(new Fault("phone", "请填写手机号或账号编号")));
        }
        return desk.find(
                caller,
                PhoneNumber.read(asked.phone())
                        .orElseThrow(() -> Refusal.invalid(new Fault("phone", "手机号码不正确，请填写 11 位手机号"))));
    }

    record Search(
            @Nullable @Size(max = 30, message = "手机号码过长") String phone,

            @Nullable @Pattern(regexp = "[0-9]{1,18}", message = "账号编号是一串数字") String id) {}

    record PostsAsked(
            @NotNull(message = "缺少岗位列表 posts") @Size(max = 20, message = "一个人最多 20 个岗位") List<@NotNull @Valid PostWritten> posts) {

        List<PostAsked> read() {
            return posts.stream()
                    .map(post -> new PostAsked(post.role(), post.placeId(), post.unitId()))
                    .toList();
        }
    }

    record PostWritten(
            @NotNull(message = "缺少岗位 role") Role role,
            @Nullable @Size(max = 64, message = "地点编号过长") String placeId,
            @Nullable @Size(max = 64, message = "单位编号过长") String unitId) {}

    /** @param etag what {@code If-Match} wants when the posts are changed */
    record Shown(String id, String displayName, List<Posts> posts, String etag) {

        static Shown of(Account account) {
            return new Shown(
                    account.id().toString(),
                    account.displayName(),
                    account.posts().stream().map(Posts::of).toList(),
                    EntityTag.of(account.postsVersion()));
        }
    }

    record Found(List<Shown> items, @Nullable String nextCursor) {}
}
