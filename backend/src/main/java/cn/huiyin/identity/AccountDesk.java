package cn.huiyin.identity;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.identity.domain.PhoneNumber;
import cn.huiyin.identity.domain.PostChange;
import cn.huiyin.identity.domain.PostReading;
import cn.huiyin.identity.store.AccountStore;
import cn.huiyin.identity.store.PhoneStore;
import cn.huiyin.identity.store.PostStore;
import cn.huiyin.problem.Refusal;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Where administrators find people and give out posts. Each look and each change is kept in the audit chain. */
@Service
public class AccountDesk {

    private final AccountStore accounts;
    private final PhoneStore phones;
    private final PostStore posts;
    private final StaleSessions stale;
    private final Community community;

    public AccountDesk(
            AccountStore accounts, PhoneStore phones, PostStore posts, StaleSessions stale, Community community) {
        this.accounts = accounts;
        this.phones = phones;
        this.posts = posts;
        this.stale = stale;
        this.community = community;
    }

    public Mono<Account> find(Caller admin, AccountId id) {
        return administrator(admin).then(Mono.defer(() -> seen(admin, id)));
    }

    public Mono<Account> find(Caller admin, PhoneNumber phone) {
        return administrator(admin).then(Mono.defer(() -> phones.holder(phone))).flatMap(id -> seen(admin, id));
    }

    /**
     * Replaces all posts of an account and ends its sessions.
     *
     * @param version the one the administrator has read
     */
    public Mono<Account> appoint(Caller admin, AccountId id, int version, List<PostAsked> asked) {
        return administrator(admin)
                .then(Mono.defer(() -> known(id)))
                .flatMap(account -> replace(admin, account, version, asked))
                .then(stale.drop(id))
                .then(Mono.defer(() -> known(id)));
    }

    private Mono<Void> replace(Caller admin, Account account, int version, List<PostAsked> asked) {
        Atlas atlas = community.atlas();
        PostChange change = new PostChange(account.posts(), PostReading.read(asked, atlas));
        if (account.postsVersion() != version) {
            return Mono.error(stale());
        }
        if (!change.liesWithin(admin, atlas)) {
            return Mono.error(Refusal.notYours("OUT_OF_REACH", "只能任免自己管辖范围内的岗位"));
        }
        return posts.replace(account.id(), version, change.after(), admin.id())
                .filter(done -> done)
                .switchIfEmpty(Mono.error(AccountDesk::stale))
                .then();
    }

    private Mono<Account> seen(Caller admin, AccountId id) {
        return accounts.find(id).delayUntil(account -> accounts.noteLook(id, admin.id()));
    }

    private Mono<Account> known(AccountId id) {
        return accounts.find(id).switchIfEmpty(Mono.error(() -> Refusal.unknown("ACCOUNT_NOT_FOUND", "没有找到这个账号")));
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.is(Role.ADMIN) ? Mono.empty() : Mono.error(Refusal.notYours("NOT_ALLOWED", "您没有办理这件事的权限"));
    }

    private static Refusal stale() {
        return Refusal.of(412, "STALE", "这个账号的岗位刚刚有了变化，请刷新后再操作");
    }
}
