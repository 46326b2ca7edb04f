package cn.huiyin.programme;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Contact;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import cn.huiyin.programme.domain.Qualifications;
import cn.huiyin.programme.domain.Team;
import cn.huiyin.programme.domain.Team.Member;
import cn.huiyin.programme.domain.Team.Part;
import cn.huiyin.programme.store.Teams;
import cn.huiyin.programme.store.Teams.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The visiting teams 1+3+N, and who of them comes along to a home. */
@Component
public class TeamDesk {

    private final Teams teams;
    private final Qualifications qualifications;
    private final Community community;
    private final Households households;
    private final Accounts accounts;

    TeamDesk(
            Teams teams, Qualifications qualifications, Community community, Households households, Accounts accounts) {
        this.teams = teams;
        this.qualifications = qualifications;
        this.community = community;
        this.households = households;
        this.accounts = accounts;
    }

    /** Somebody of a team, with their name. */
    public record MemberView(
            String accountId, String name, Part part, List<String> qualifications, List<String> grids) {}

    /**
     * A team as the contract shows it.
     *
     * @param missing what is missing of 1+3+N, each a sentence
     * @param version 0 where there is none yet
     */
    public record TeamView(
            String communityId, boolean complete, List<String> missing, List<MemberView> members, int version) {}

    public Mono<TeamView> show(Caller caller, String communityId) {
        Place place = communityOf(communityId);
        if (!caller.is(Role.DISPATCHER, place.path())
                && !caller.is(Role.SUPERVISOR, place.path())
                && Planners.posts(caller).stream().noneMatch(place.path()::covers)) {
            throw unknown();
        }
        return teams.find(place.path().value())
                .defaultIfEmpty(new Stored(new Team(List.of()), 0))
                .flatMap(stored -> view(place, stored));
    }

    private Place communityOf(String id) {
        return community
                .atlas()
                .place(new PlaceId(id))
                .filter(place -> place.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(TeamDesk::unknown);
    }

    private static Refusal unknown() {
        return Refusal.unknown("TEAM_NOT_FOUND", "没有这个社区，或不归您管");
    }

    private Set<String> gridsOf(Place place) {
        return community.atlas().children(place.id()).stream()
                .map(grid -> grid.id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Mono<TeamView> view(Place place, Stored stored) {
        List<String> missing = stored.team().missing(gridsOf(place));
        return names(stored.team().people())
                .map(names -> new TeamView(
                        place.id().value(),
                        missing.isEmpty(),
                        missing,
                        stored.team().members().stream()
                                .map(member -> member(member, names))
                                .toList(),
                        stored.version()));
    }

    private Mono<Map<AccountId, Contact>> names(Stream<Long> people) {
        Set<AccountId> ids = people.map(AccountId::new).collect(Collectors.toSet());
        return ids.isEmpty() ? Mono.just(Map.of()) : accounts.contacts(ids);
    }

    private static MemberView member(Member member, Map<AccountId, Contact> names) {
        Contact contact = names.get(new AccountId(member.account()));
        return new MemberView(
                Long.toString(member.account()),
                contact == null ? "队员" : contact.displayName(),
                member.part(),
                member.qualifications(),
                member.grids());
    }

    /** The whole team anew; one that is not complete yet is kept, and says what is missing. */
    public Mono<TeamView> put(Caller caller, String communityId, Team team, Seen seen) {
        Place place = communityOf(communityId);
        if (!caller.is(Role.DISPATCHER, place.path())) {
            throw Refusal.notYours("NOT_ALLOWED", "走访队伍由本社区的管理员安排");
        }
        int version = seen.version();
        List<Fault> faults = team.faults(gridsOf(place), qualifications);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return people(team, place)
                .then(Mono.defer(() -> teams.save(
                        place.path().value(), team, version, caller.id().value())))
                .as(LastingWrite::of)
                .switchIfEmpty(Mono.error(Seen::stale))
                .flatMap(now -> view(place, new Stored(team, now)));
    }

    /** The secretary leads the community, a grid worker works in their grids, and everybody is somebody. */
    private Mono<Void> people(Team team, Place place) {
        return Flux.fromIterable(team.members())
                .concatMap(member -> accounts.find(new AccountId(member.account()))
                        .map(person -> faults(team, member, person, place))
                        .defaultIfEmpty(List.of(fault(team, member, "没有这个人"))))
                .collectList()
                .flatMap(found -> {
                    List<Fault> faults = found.stream().flatMap(List::stream).toList();
                    return faults.isEmpty() ? Mono.empty() : Mono.error(Refusal.invalid(faults));
                });
    }

    private List<Fault> faults(Team team, Member member, Caller person, Place place) {
        List<Fault> faults = new ArrayList<>();
        if (member.part() == Part.SECRETARY && !person.is(Role.DISPATCHER, place.path())) {
            faults.add(fault(team, member, "社区书记应是本社区的管理员"));
        }
        if (member.part() == Part.GRID_WORKER
                && !member.grids().stream()
                        .allMatch(
                                grid -> person.is(Role.GRID_WORKER, place.path().child(new PlaceId(grid))))) {
            faults.add(fault(team, member, "不是这些网格的网格员，请先设置岗位"));
        }
        return faults;
    }

    private static Fault fault(Team team, Member member, String why) {
        return new Fault("members[%d].accountId".formatted(team.members().indexOf(member)), why);
    }

    /** Somebody who should come along, and what for. */
    public record CompanionView(MemberView member, List<String> because) {}

    /**
     * Who comes along to a home.
     *
     * @param uncovered what nobody in the team can answer
     * @param teamMissing what is missing of 1+3+N in the team itself
     */
    public record CompanyView(
            String householdId, List<CompanionView> companions, List<String> uncovered, List<String> teamMissing) {}

    public Mono<CompanyView> companyFor(Caller caller, String household) {
        Mono<Household> found =
                HouseholdId.looksLikeOne(household) ? households.find(new HouseholdId(household)) : Mono.empty();
        return found.filter(home -> Planners.posts(caller).stream().anyMatch(post -> post.covers(home.path())))
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("HOUSEHOLD_NOT_FOUND", "没有找到这一户的档案")))
                .flatMap(this::companyFor);
    }

    private Mono<CompanyView> companyFor(Household home) {
        PlacePath grid = home.grid();
        PlacePath around = grid.wider().orElse(grid);
        List<String> words =
                Stream.concat(home.needs().stream(), home.tags().stream()).toList();
        return teams.find(around.value())
                .defaultIfEmpty(new Stored(new Team(List.of()), 0))
                .flatMap(stored -> {
                    var company = stored.team().companyFor(grid.last().value(), words, qualifications);
                    return names(company.companions().stream()
                                    .map(one -> one.member().account()))
                            .map(names -> new CompanyView(
                                    home.id().value(),
                                    company.companions().stream()
                                            .map(one -> new CompanionView(
                                                    member(one.member(), names), List.copyOf(one.because())))
                                            .toList(),
                                    List.copyOf(company.uncovered()),
                                    stored.team()
                                            .missing(community.atlas().children(around.last()).stream()
                                                    .map(place -> place.id().value())
                                                    .toList())));
                });
    }
}
