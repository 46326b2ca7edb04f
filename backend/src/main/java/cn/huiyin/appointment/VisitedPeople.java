package cn.huiyin.appointment;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdMembers;
import cn.huiyin.household.HouseholdMembers.Member;
import cn.huiyin.household.Households;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Home;
import cn.huiyin.identity.HomeState;
import cn.huiyin.identity.Role;
import cn.huiyin.privacy.Vault;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who is meant by a booking: the caller, somebody of their household, or a resident who phoned. The limits of a household
 * are those of its door once a grid worker has confirmed that they live there; till then a claim to an address costs
 * nobody else their places.
 */
@Component
class VisitedPeople {

    private final Accounts accounts;
    private final Community community;
    private final HouseholdMembers members;
    private final Vault vault;

    VisitedPeople(Accounts accounts, Community community, HouseholdMembers members, Vault vault) {
        this.accounts = accounts;
        this.community = community;
        this.members = members;
        this.vault = vault;
    }

    Mono<Visited> of(Caller caller, BookingAsked asked) {
        Mono<Visited> booker = asked.resident() == null ? byOneself(caller) : throughStaff(caller, asked.resident());
        BookingAsked.Family family = asked.family();
        return family == null
                ? booker
                : booker.flatMap(
                        visited -> members.of(visited.booker()).map(known -> somebodyOf(visited, family, known)));
    }

    private Mono<Visited> byOneself(Caller caller) {
        return accounts.homeOf(caller.id())
                .map(home -> oneself(caller.id(), null, home.path(), home.room(), isSure(home)))
                .switchIfEmpty(Mono.error(BookingDesk::homeUnknown));
    }

    private static boolean isSure(Home home) {
        return home.state() == HomeState.CONFIRMED;
    }

    private Mono<Visited> throughStaff(Caller caller, BookingAsked.Resident resident) {
        PlacePath home = community
                .atlas()
                .place(new PlaceId(resident.buildingId()))
                .filter(place -> place.kind() == PlaceKind.BUILDING)
                .orElseThrow(() -> Refusal.invalid(new Fault("resident.buildingId", "没有这栋楼")))
                .path();
        if (!caller.is(Role.DISPATCHER, home) && !caller.is(Role.GRID_WORKER, home)) {
            return Mono.error(Refusal.notYours("OUT_OF_REACH", "只有本社区的工作人员可以替居民预约"));
        }
        return accounts.residentByPhone(resident.phone(), resident.name())
                .map(id -> oneself(id, caller.id(), home, resident.room(), true));
    }

    private static Visited oneself(
            AccountId booker, @Nullable AccountId recorder, PlacePath home, @Nullable String room, boolean sure) {
        String account = "account/" + booker;
        String door = sure && room != null && !room.isBlank() ? Households.door(home.last(), room) : account;
        return new Visited(booker, recorder, home, room, door, account, null, null, null);
    }

    /** A member of the file where one is named or has this name; else known by the name within the household. */
    private Visited somebodyOf(Visited booker, BookingAsked.Family family, List<Member> known) {
        Optional<Member> member = known.stream()
                .filter(one -> family.memberId() != null
                        ? one.id().equals(family.memberId())
                        : family.name() != null
                                && one.name().equals(family.name().strip()))
                .findFirst();
        if (family.memberId() != null && member.isEmpty()) {
            throw Refusal.invalid(new Fault("family.memberId", "家庭档案里没有这位家人"));
        }
        String name = member.map(Member::name).orElseGet(() -> given("family.name", family.name(), "请填写家人的姓名"));
        String relation = member.filter(one -> family.relation() == null)
                .map(Member::relation)
                .orElseGet(() -> given("family.relation", family.relation(), "请填写与您的关系"));
        String person = member.map(VisitedPeople::keyOf)
                .orElseGet(() -> "family/" + vault.blindIndex(name, "visit/person/" + booker.household()));
        boolean themselves = person.equals(booker.person());
        return new Visited(
                booker.booker(),
                booker.recorder(),
                booker.home(),
                booker.room(),
                booker.household(),
                person,
                themselves ? null : name,
                themselves ? null : relation,
                themselves ? null : family.phone());
    }

    private static String keyOf(Member member) {
        return member.account() == null ? "member/" + member.home() + "/" + member.id() : "account/" + member.account();
    }

    private static String given(String field, @Nullable String words, String otherwise) {
        if (words == null || words.isBlank()) {
            throw Refusal.invalid(new Fault(field, otherwise));
        }
        return words.strip();
    }
}
