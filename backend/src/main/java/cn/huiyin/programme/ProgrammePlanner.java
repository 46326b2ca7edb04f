package cn.huiyin.programme;

import cn.huiyin.background.Loop;
import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.programme.domain.Campaign;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.domain.CampaignRules;
import cn.huiyin.programme.domain.Theme;
import cn.huiyin.programme.domain.Theme.Window;
import cn.huiyin.programme.store.Campaigns;
import cn.huiyin.programme.store.VisitPolicies;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells grid workers at the beginning of each week who is due, and proposes a campaign before each theme date. Each is promised
 * once, by its name, however many nodes plan and however often.
 */
@Component
public class ProgrammePlanner extends Loop {

    private static final Duration ONCE_STARTED = Duration.ofSeconds(15);
    private static final int AT_ONCE = 500;

    private final VisitPolicies policies;
    private final Campaigns campaigns;
    private final CampaignRules rules;
    private final Community community;
    private final Calendars calendars;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final ProgrammeSettings settings;

    ProgrammePlanner(
            VisitPolicies policies,
            Campaigns campaigns,
            CampaignRules rules,
            Community community,
            Calendars calendars,
            Outbox outbox,
            TransactionalOperator transaction,
            ProgrammeSettings settings) {
        super("visit programmes could not be planned", ONCE_STARTED, settings.planEvery());
        this.policies = policies;
        this.campaigns = campaigns;
        this.rules = rules;
        this.community = community;
        this.calendars = calendars;
        this.outbox = outbox;
        this.transaction = transaction;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    protected Mono<?> round() {
        return plan();
    }

    /** Says how many messages and campaigns were new. */
    public Mono<Integer> plan() {
        return policies.today().flatMap(today -> Mono.zip(tellOfTheWeek(today), propose(today), Integer::sum));
    }

    /** On Monday, or the first day of the week that is worked. */
    private Mono<Integer> tellOfTheWeek(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate told = calendars.current().workingDayOnOrAfter(monday);
        if (today.isAfter(told) || told.isAfter(monday.plusDays(6))) {
            return Mono.just(0);
        }
        return Flux.fromIterable(community.atlas().places())
                .filter(place -> place.kind() == PlaceKind.GRID)
                .map(grid -> due(grid, monday, told))
                .buffer(AT_ONCE)
                .concatMap(outbox::append)
                .reduce(0, Integer::sum);
    }

    private Notice due(Place grid, LocalDate monday, LocalDate told) {
        String subject = ProgrammeSubject.DUE + grid.id() + "/" + monday;
        return new Notice(
                "VISIT_HOUSEHOLDS_DUE",
                ProgrammeSubject.KIND + "/" + subject,
                grid.street().value(),
                ProgrammeSubject.KIND,
                subject,
                null,
                told.atTime(settings.at()).atZone(WorkingCalendar.ZONE).toInstant(),
                Map.of());
    }

    /** Proposes to each street what a theme date makes due by this day. */
    public Mono<Integer> propose(LocalDate today) {
        return Flux.fromIterable(rules.themes())
                .flatMapIterable(theme -> theme.toPropose(today).stream()
                        .map(window -> new Proposal(theme, window))
                        .toList())
                .concatMap(proposal ->
                        Flux.fromIterable(community.atlas().streets()).concatMap(street -> propose(proposal, street)))
                .reduce(0, Integer::sum);
    }

    private record Proposal(Theme theme, Window window) {}

    private Mono<Integer> propose(Proposal proposal, Place street) {
        return campaigns
                .propose(campaign(proposal, street), AccountId.SYSTEM.value())
                .flatMap(id -> outbox.append(List.of(new Notice(
                        "CAMPAIGN_PROPOSED",
                        ProgrammeSubject.KIND + "/" + ProgrammeSubject.CAMPAIGN + id + "/proposed",
                        street.id().value(),
                        ProgrammeSubject.KIND,
                        ProgrammeSubject.CAMPAIGN + id,
                        null,
                        null,
                        Map.of()))))
                .as(transaction::transactional)
                .defaultIfEmpty(0);
    }

    private Campaign campaign(Proposal proposal, Place street) {
        Theme theme = proposal.theme();
        return new Campaign(
                0,
                street.path().value(),
                theme.code(),
                proposal.window().endsOn().getYear() + "年" + theme.name(),
                proposal.window().startsOn(),
                proposal.window().endsOn(),
                theme.groups(),
                theme.groups(),
                rules.leaveOut(),
                rules.firstWays(),
                rules.otherWays(),
                List.of(),
                0,
                Stage.PROPOSED,
                1);
    }
}
