package cn.huiyin.programme;

import cn.huiyin.audit.Audit;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import cn.huiyin.programme.domain.Policy;
import cn.huiyin.programme.store.VisitPolicies;
import cn.huiyin.programme.store.VisitPolicies.Choice;
import cn.huiyin.programme.store.VisitPolicies.Kept;
import cn.huiyin.snapshot.Snapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** How often homes are visited: the policies, and which of them each place has chosen. */
@Component
public class VisitPolicyDesk {

    private static final String CODE = "[A-Z][A-Z0-9_]{1,31}";
    private static final int MOST = 50;

    private final VisitPolicies policies;
    private final Snapshot<Map<String, Kept>> held;
    private final Community community;
    private final Audit audit;
    private final TransactionalOperator transaction;

    VisitPolicyDesk(
            VisitPolicies policies,
            Snapshot<Map<String, Kept>> held,
            Community community,
            Audit audit,
            TransactionalOperator transaction) {
        this.policies = policies;
        this.held = held;
        this.community = community;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Which policy a place has chosen. */
    public record Chosen(String placeId, String placeName, String policy, int version, Instant at) {}

    /** All policies, and what was chosen in and around the caller's places. */
    public record Known(List<Kept> items, List<Chosen> choices) {}

    public Mono<Known> known(Caller caller) {
        if (!caller.isStaff()) {
            return Mono.error(Refusal.notYours("NOT_ALLOWED", "只有工作人员可以查看走访频次"));
        }
        List<String> places = caller.is(Role.ADMIN)
                ? List.of("/")
                : Planners.posts(caller).stream().map(PlacePath::value).toList();
        return policies.choices(places)
                .map(this::chosen)
                .collectList()
                .map(choices -> new Known(List.copyOf(new TreeMap<>(held.get()).values()), choices));
    }

    private Chosen chosen(Choice choice) {
        PlacePath path = new PlacePath(choice.place());
        String id = choice.place().equals("/") ? "" : path.last().value();
        return new Chosen(
                id,
                id.isEmpty() ? "所有地方" : community.atlas().inWords(path),
                choice.policy(),
                choice.version(),
                choice.at());
    }

    /** A new version, in force at once wherever it was chosen. */
    public Mono<Kept> put(Caller caller, String code, Policy policy, String note, Seen seen) {
        if (!caller.isChief()) {
            return Mono.error(Refusal.notYours("ADMIN_ONLY", "只有街道管理员可以修改走访频次"));
        }
        check(code, policy);
        mustBePlain(note);
        int version = seen.version();
        return policies.put(code, version, policy, note, caller.id().value())
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(Seen::stale))
                .then(audit.append(
                        "VISIT_POLICY",
                        caller.id().value(),
                        "visit-policy/" + code,
                        Map.of("version", Integer.toString(version + 1), "note", note)))
                .as(transaction::transactional)
                .as(LastingWrite::of)
                .then(Mono.defer(held::refresh))
                .thenReturn(new Kept(code, version + 1, policy));
    }

    private static void mustBePlain(String note) {
        PlainWords.fault("note", note).ifPresent(fault -> {
            throw Refusal.invalid(fault);
        });
    }

    private void check(String code, Policy policy) {
        if (!code.matches(CODE)) {
            throw Refusal.invalid(new Fault("code", "代码请用 2 到 32 个大写字母、数字或下划线，以字母开头"));
        }
        if (!held.get().containsKey(code) && held.get().size() >= MOST) {
            throw Refusal.invalid(new Fault("code", "走访频次最多 %d 种，请修改已有的".formatted(MOST)));
        }
        if (!policy.faults().isEmpty()) {
            throw Refusal.invalid(policy.faults());
        }
    }

    /** A street or community chooses; whoever leads it may. */
    public Mono<Chosen> choose(Caller caller, String placeId, String policy, String note, Seen seen) {
        Place place = community
                .atlas()
                .place(new PlaceId(placeId))
                .filter(found -> found.kind() == PlaceKind.STREET || found.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(() -> Refusal.invalid(new Fault("placeId", "没有这个街道或社区")));
        if (!caller.is(Role.DISPATCHER, place.path()) && !caller.is(Role.SUPERVISOR, place.path())) {
            throw Refusal.notYours("NOT_ALLOWED", "只有本街道、本社区的管理员和督办人员可以选择走访频次");
        }
        if (!held.get().containsKey(policy)) {
            throw Refusal.invalid(new Fault("policy", "没有这种走访频次"));
        }
        mustBePlain(note);
        int version = seen.version();
        return policies.choose(
                        place.path().value(), policy, version, note, caller.id().value())
                .filter(kept -> kept)
                .switchIfEmpty(Mono.error(Seen::stale))
                .then(audit.append(
                        "VISIT_POLICY_CHOSEN",
                        caller.id().value(),
                        "place/" + placeId,
                        Map.of("policy", policy, "note", note)))
                .as(transaction::transactional)
                .as(LastingWrite::of)
                .then(Mono.defer(() -> policies.choices(List.of(place.path().value()))
                        .filter(choice -> choice.place().equals(place.path().value()))
                        .next()))
                .map(this::chosen);
    }
}
