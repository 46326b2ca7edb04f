package cn.huiyin.programme;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.spi.VisitConsent;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.LastingWrite;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Scope;
import cn.huiyin.privacy.PlainWords;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import cn.huiyin.programme.CampaignView.Named;
import cn.huiyin.programme.CampaignView.Progress;
import cn.huiyin.programme.domain.Campaign;
import cn.huiyin.programme.domain.Campaign.Move;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.domain.CampaignRules;
import cn.huiyin.programme.store.Campaigns;
import cn.huiyin.programme.store.Campaigns.After;
import cn.huiyin.programme.store.Campaigns.Figures;
import cn.huiyin.programme.store.Campaigns.Home;
import cn.huiyin.programme.store.Campaigns.Stored;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Arranges campaigns: begun, followed, spread from the pilots to all, and closed. */
@Component
public class CampaignDesk {

    private static final int LONGEST_MONTHS = 13;

    private final Campaigns campaigns;
    private final CampaignRules rules;
    private final Community community;
    private final ObjectProvider<VisitConsent> consent;
    private final Repeats repeats;
    private final TransactionalOperator transaction;
    private final JsonMapper json;

    CampaignDesk(
            Campaigns campaigns,
            CampaignRules rules,
            Community community,
            ObjectProvider<VisitConsent> consent,
            Repeats repeats,
            TransactionalOperator transaction,
            JsonMapper json) {
        this.campaigns = campaigns;
        this.rules = rules;
        this.community = community;
        this.consent = consent;
        this.repeats = repeats;
        this.transaction = transaction;
        this.json = json;
    }

    /** Begins one; of two at the same time in the same place one is refused. */
    public Mono<Answer> begin(Caller caller, CampaignAsked asked, Repeat repeat) {
        Campaign begun = read(caller, asked);
        return repeats.once(
                repeat,
                () -> campaigns
                        .begin(begun, caller.id().value())
                        .flatMap(campaigns::find)
                        .map(stored -> answer(stored, caller))
                        .flatMap(answer -> repeats.keep(repeat, answer).thenReturn(answer))
                        .as(transaction::transactional)
                        .onErrorMap(Campaigns::oneAtATime, twice -> overlapping()));
    }

    private Answer answer(Stored stored, Caller caller) {
        CampaignView view = view(stored, caller);
        return new Answer(
                201,
                "/api/v1/visit-campaigns/" + view.id(),
                "\"%d\"".formatted(view.version()),
                json.writeValueAsString(view));
    }

    private static void mustBePlain(@Nullable String note) {
        if (note != null) {
            PlainWords.fault("note", note).ifPresent(fault -> {
                throw Refusal.invalid(fault);
            });
        }
    }

    private static Refusal overlapping() {
        return Refusal.conflict("CAMPAIGN_OVERLAPS", "这个地方在这段时间已经有一次走访活动了");
    }

    private Campaign read(Caller caller, CampaignAsked asked) {
        Place place = community
                .atlas()
                .place(new PlaceId(asked.placeId()))
                .filter(found -> found.kind() == PlaceKind.STREET || found.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(() -> Refusal.invalid(new Fault("placeId", "没有这个街道或社区")));
        mustLead(caller, place.path());
        LocalDate endsOn = asked.endsOn() == null
                ? asked.startsOn().plusMonths(rules.months()).minusDays(1)
                : asked.endsOn();
        List<Fault> faults = new ArrayList<>();
        if (asked.startsOn().getYear() < 2000 || asked.startsOn().getYear() > 2999) {
            faults.add(new Fault("startsOn", "开始的日子不对"));
        }
        if (endsOn.isBefore(asked.startsOn()) || endsOn.isAfter(asked.startsOn().plusMonths(LONGEST_MONTHS))) {
            faults.add(new Fault("endsOn", "结束的日子应在开始之后，最长 %d 个月".formatted(LONGEST_MONTHS)));
        }
        PlainWords.fault("name", asked.name()).ifPresent(faults::add);
        List<String> pilots = pilots(asked, place, faults);
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Campaign(
                0,
                place.path().value(),
                null,
                asked.name().strip(),
                asked.startsOn(),
                endsOn,
                List.of(),
                rules.first(),
                rules.leaveOut(),
                rules.firstWays(),
                rules.otherWays(),
                pilots,
                rules.pilotMonthly(),
                pilots.isEmpty() ? Stage.ALL : Stage.PILOT,
                1);
    }

    private List<String> pilots(CampaignAsked asked, Place place, List<Fault> faults) {
        List<String> ids = asked.pilots() == null
                ? List.of()
                : asked.pilots().stream().distinct().toList();
        if (!ids.isEmpty() && (ids.size() < rules.fewestPilots() || ids.size() > rules.mostPilots())) {
            faults.add(
                    new Fault("pilots", "试点选 %d 到 %d 个社区；不试点就不选".formatted(rules.fewestPilots(), rules.mostPilots())));
        }
        List<String> paths = ids.stream()
                .flatMap(id -> community.atlas().place(new PlaceId(id)).stream())
                .filter(found ->
                        found.kind() == PlaceKind.COMMUNITY && place.path().covers(found.path()))
                .map(found -> found.path().value())
                .toList();
        if (paths.size() < ids.size()) {
            faults.add(new Fault("pilots", "试点只能是这个街道的社区"));
        }
        return paths;
    }

    private static void mustLead(Caller caller, PlacePath place) {
        if (!leads(caller, place)) {
            throw Refusal.notYours("NOT_ALLOWED", "走访活动由本街道、本社区的管理员和督办人员安排");
        }
    }

    private static boolean leads(Caller caller, PlacePath place) {
        return caller.is(Role.DISPATCHER, place) || caller.is(Role.SUPERVISOR, place);
    }

    /** A part of a list. */
    public record Page(List<CampaignView> items, @Nullable String nextCursor) {}

    /** The newest first. */
    public Mono<Page> page(Caller caller, @Nullable Set<Stage> stages, long before, int size) {
        Planners.scope(caller, community, null);
        List<String> reaches = Planners.posts(caller).contains(Post.EVERYWHERE)
                ? community.atlas().streets().stream()
                        .map(place -> place.path().value())
                        .toList()
                : Planners.posts(caller).stream().map(PlacePath::value).toList();
        return campaigns
                .page(reaches, stages, before, size + 1)
                .map(found -> new Page(
                        found.stream()
                                .limit(size)
                                .map(stored -> view(stored, caller))
                                .toList(),
                        found.size() > size
                                ? Long.toString(found.get(size - 1).campaign().id())
                                : null));
    }

    public Mono<CampaignView> show(Caller caller, long id) {
        return seen(caller, id).map(stored -> view(stored, caller));
    }

    /** 404 for whoever has no post in it or around it. */
    private Mono<Stored> seen(Caller caller, long id) {
        List<PlacePath> posts = Planners.posts(caller);
        return campaigns
                .find(id)
                .filter(stored -> {
                    PlacePath place = new PlacePath(stored.campaign().place());
                    return posts.stream().anyMatch(post -> post.covers(place) || place.covers(post));
                })
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("CAMPAIGN_NOT_FOUND", "没有找到这次走访活动")));
    }

    private CampaignView view(Stored stored, Caller caller) {
        Campaign it = stored.campaign();
        return new CampaignView(
                Long.toString(it.id()),
                named(new PlacePath(it.place()).last().value()),
                it.theme(),
                it.name(),
                it.startsOn(),
                it.endsOn(),
                it.groups(),
                it.first(),
                it.pilots().stream()
                        .map(path -> named(new PlacePath(path).last().value()))
                        .toList(),
                it.pilotMonthly(),
                it.stage(),
                it.stage().chinese(),
                stored.at(),
                stored.closedAt(),
                stored.note(),
                leads(caller, new PlacePath(it.place())) ? it.moves() : Set.of(),
                it.version());
    }

    private Named named(String id) {
        return new Named(
                id, community.atlas().place(new PlaceId(id)).map(Place::name).orElse(id));
    }

    /**
     * A move on the version that was read.
     *
     * @param endsOn for EXTEND
     */
    public Mono<CampaignView> move(
            Caller caller, long id, Move move, @Nullable LocalDate endsOn, @Nullable String note, Seen seen) {
        int version = seen.version();
        mustBePlain(note);
        return LastingWrite.of(seen(caller, id).flatMap(stored -> {
                    Campaign it = stored.campaign();
                    mustLead(caller, new PlacePath(it.place()));
                    Stage next = it.after(move);
                    if (version != it.version()) {
                        throw Seen.stale();
                    }
                    return campaigns.move(it, next, move == Move.EXTEND ? lastDay(it, endsOn) : null, note);
                }))
                .map(CampaignDesk::saved)
                .then(Mono.defer(() -> show(caller, id)));
    }

    private static LocalDate lastDay(Campaign it, @Nullable LocalDate endsOn) {
        if (endsOn == null
                || endsOn.isBefore(it.startsOn())
                || endsOn.isAfter(it.startsOn().plusMonths(LONGEST_MONTHS))) {
            throw Refusal.invalid(new Fault("endsOn", "请填写新的结束日子，最长从开始起 %d 个月".formatted(LONGEST_MONTHS)));
        }
        return endsOn;
    }

    private static String saved(String said) {
        return switch (said) {
            case "SAVED" -> said;
            case "campaign_one_at_a_time" -> throw overlapping();
            default -> throw Seen.stale();
        };
    }

    /** How far it is, by grid or community. */
    public Mono<List<Progress>> progress(Caller caller, long id, boolean byCommunity) {
        return seen(caller, id)
                .flatMap(stored -> campaigns
                        .figures(id)
                        .map(rows -> progress(
                                stored.campaign(),
                                rows,
                                byCommunity ? Figures::community : Figures::grid,
                                byCommunity)));
    }

    private List<Progress> progress(
            Campaign it, List<Figures> rows, Function<Figures, String> by, boolean byCommunity) {
        Map<String, List<Figures>> places =
                rows.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
        Set<String> pilots = it.pilots().stream()
                .map(path -> new PlacePath(path).last().value())
                .collect(Collectors.toSet());
        return places.entrySet().stream()
                .map(place -> new Progress(
                        named(place.getKey()),
                        sum(place.getValue(), Figures::homes),
                        sum(place.getValue(), Figures::done),
                        sum(place.getValue(), Figures::first),
                        sum(place.getValue(), Figures::firstDone),
                        sum(place.getValue(), Figures::tried),
                        sum(place.getValue(), Figures::thisMonth),
                        byCommunity && pilots.contains(place.getKey()) ? it.pilotMonthly() : null))
                .toList();
    }

    private static long sum(Collection<Figures> rows, Function<Figures, Long> of) {
        return rows.stream().map(of).mapToLong(Long::longValue).sum();
    }

    /** A part of the homes; {@code last} is where the next part begins, null at the end. */
    public record Homes(
            List<CampaignView.Home> items, @Nullable After last) {}

    /** Its homes within the caller's reach, those that are visited first before the others. */
    public Mono<Homes> homes(Caller caller, long id, @Nullable String place, boolean done, After after, int size) {
        Scope scope = Planners.scope(caller, community, place);
        return seen(caller, id)
                .then(Mono.defer(() -> campaigns.homes(id, scope, done, after, size + 1)))
                .flatMap(found -> refusing(found).map(refusing -> homes(found, refusing, size)));
    }

    private Mono<Set<HouseholdId>> refusing(List<Home> found) {
        VisitConsent known = consent.getIfAvailable();
        return known == null || found.isEmpty()
                ? Mono.just(Set.of())
                : known.refusing(found.stream().map(Home::household).toList());
    }

    private Homes homes(List<Home> found, Set<HouseholdId> refusing, int size) {
        List<Home> shown = found.subList(0, Math.min(size, found.size()));
        Atlas atlas = community.atlas();
        return new Homes(
                shown.stream()
                        .map(home -> new CampaignView.Home(
                                home.household().value(),
                                Objects.requireNonNull(atlas.inWords(new PlacePath(home.path()))),
                                home.room(),
                                home.kind(),
                                home.tags(),
                                home.needs(),
                                home.first(),
                                refusing.contains(home.household()),
                                home.doneAt(),
                                home.triedAt()))
                        .toList(),
                found.size() > size ? After.home(shown.get(size - 1)) : null);
    }
}
