package cn.huiyin.rehearsal;

import static cn.huiyin.visit.domain.Outcome.MET;
import static cn.huiyin.visit.domain.Outcome.NOBODY_HOME;
import static cn.huiyin.visit.domain.Outcome.REFUSED;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.programme.CampaignDesk;
import cn.huiyin.programme.CampaignView;
import cn.huiyin.programme.RouteDesk;
import cn.huiyin.programme.RouteDesk.StopView;
import cn.huiyin.programme.RouteDesk.Wanted;
import cn.huiyin.programme.store.Campaigns.After;
import cn.huiyin.rehearsal.QuarterPeople.Rounder;
import cn.huiyin.rehearsal.QuarterRun.Card;
import cn.huiyin.rehearsal.QuarterRun.Late;
import cn.huiyin.rehearsal.QuarterRun.Try;
import cn.huiyin.rehearsal.QuarterTickets.Matter;
import cn.huiyin.visit.RecordAsked;
import cn.huiyin.visit.RecordBatch;
import cn.huiyin.visit.RecordBatch.Result;
import cn.huiyin.visit.RecordReceipt;
import cn.huiyin.visit.domain.CardColour;
import cn.huiyin.visit.domain.Outcome;
import cn.huiyin.visit.domain.Way;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A grid worker's day: the route is asked for, its homes are visited, and in the evening the records are sent. */
@Component
class QuarterRounds {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime NIGHT = LocalTime.of(19, 0);
    private static final int HOMES = 20;
    private static final int A_CAMPAIGN_DAY = 4;
    private static final int LOOKED_AT = 40;
    private static final int MINUTES = 600;
    private static final int A_BATCH = 20;
    private static final String PURPOSE = "每季度走访，了解需要和困难";
    private static final List<String> PROBLEMS = List.of("楼道灯坏了，晚上看不见路", "楼下垃圾桶满了没人清", "单元门禁坏了，关不上门", "下水道堵了，一楼返水");
    private static final List<String> NEEDS = List.of("想在卫生间装扶手", "想请人陪着去看病", "想找一份家门口的活", "想给孩子报假期托管");

    private final RouteDesk routes;
    private final CampaignDesk campaigns;
    private final RecordBatch records;

    QuarterRounds(RouteDesk routes, CampaignDesk campaigns, RecordBatch records) {
        this.routes = routes;
        this.campaigns = campaigns;
        this.records = records;
    }

    Mono<Void> go(QuarterRun run, Rounder by) {
        return enterLate(run, by)
                .then(Mono.defer(() -> routes.plan(by.worker(), new Wanted(null, HOMES, MINUTES)))
                        .flatMap(route -> campaignOf(run, by, route.stops()).flatMap(all -> visit(run, by, all))));
    }

    /** After those that are due, a few of the campaign's homes that nobody has been to. */
    private Mono<List<Stop>> campaignOf(QuarterRun run, Rounder by, List<StopView> route) {
        List<Stop> stops = new ArrayList<>(
                route.stream().filter(stop -> stop.home() != null).map(Stop::of).toList());
        Set<String> known = stops.stream().map(Stop::household).collect(Collectors.toSet());
        int more = Math.min(A_CAMPAIGN_DAY, HOMES - stops.size());
        return campaigns
                .homes(
                        by.worker(),
                        Long.parseLong(run.campaign),
                        by.grid().id().value(),
                        false,
                        After.NOTHING,
                        LOOKED_AT)
                .map(page -> {
                    page.items().stream()
                            .filter(home -> !home.refused() && known.add(home.householdId()))
                            .limit(Math.max(more, 0))
                            .map(home -> Stop.after(stops, home, run.today()))
                            .takeWhile(stop -> stop.endsBefore(run.today().atTime(NIGHT)))
                            .forEach(stops::add);
                    return stops;
                });
    }

    /** A home at its time. */
    private record Stop(String household, HouseholdClass kind, Instant from, int minutes) {

        static Stop of(StopView stop) {
            var home = Objects.requireNonNull(stop.home());
            int minutes = (int) Duration.between(stop.from(), stop.to()).toMinutes();
            return new Stop(home.householdId(), home.kind(), stop.from(), minutes);
        }

        static Stop after(List<Stop> before, CampaignView.Home home, LocalDate today) {
            Instant free = before.isEmpty()
                    ? today.atTime(MORNING).atZone(WorkingCalendar.ZONE).toInstant()
                    : before.get(before.size() - 1).free();
            return new Stop(home.householdId(), home.kind(), free, 20);
        }

        private boolean endsBefore(LocalDateTime night) {
            return free().isBefore(night.atZone(WorkingCalendar.ZONE).toInstant());
        }

        private Instant free() {
            return from.plus(Duration.ofMinutes(minutes + 5L));
        }
    }

    private Mono<Void> enterLate(QuarterRun run, Rounder by) {
        List<RecordAsked> late =
                QuarterRun.due(run.late, one -> one.by().equals(by) && !one.on().isAfter(run.today())).stream()
                        .map(Late::record)
                        .toList();
        return enter(run, by, late, new Random(late.size()));
    }

    private Mono<Void> visit(QuarterRun run, Rounder by, List<Stop> stops) {
        Random chance = run.chance(by.grid().id().value());
        Set<String> waiting =
                run.late.stream().map(one -> one.record().householdId()).collect(Collectors.toSet());
        List<RecordAsked> tonight = new ArrayList<>();
        for (Stop stop : stops) {
            if (!waiting.contains(stop.household())) {
                RecordAsked record = record(stop, chance);
                if (chance.nextInt(100) < 2) {
                    run.late.add(new Late(run.today().plusDays(2), by, record));
                } else {
                    tonight.add(record);
                }
            }
        }
        return enter(run, by, tonight, chance);
    }

    private static RecordAsked record(Stop stop, Random chance) {
        String id = "q%016x%016x".formatted(chance.nextLong(), chance.nextLong());
        int kind = chance.nextInt(100);
        Outcome outcome = kind < 2 ? REFUSED : kind < 10 ? NOBODY_HOME : MET;
        boolean online = stop.kind() == HouseholdClass.ORDINARY && chance.nextInt(5) == 0;
        boolean met = outcome == MET;
        return new RecordAsked(
                id,
                stop.household(),
                stop.from(),
                stop.minutes(),
                online ? Way.ONLINE : Way.IN_PERSON,
                outcome,
                null,
                null,
                met ? "聊了家常，一切都好" : null,
                met && chance.nextInt(10) == 0 ? "说话慢一点，听力不太好" : null,
                null,
                null,
                met ? new RecordAsked.ConsentTold(PURPOSE, null) : null,
                met && chance.nextInt(100) < 2 ? List.of(problem(chance)) : null,
                met && chance.nextInt(100) < 4 ? List.of(card(chance)) : null,
                met ? true : null,
                null);
    }

    private static RecordAsked.Problem problem(Random chance) {
        return new RecordAsked.Problem(pick(PROBLEMS, chance), null, null, null, null, null, null);
    }

    private static RecordAsked.Card card(Random chance) {
        return new RecordAsked.Card(pick(List.of(CardColour.values()), chance), pick(NEEDS, chance), null, null);
    }

    private static <T> T pick(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    private Mono<Void> enter(QuarterRun run, Rounder by, List<RecordAsked> all, Random chance) {
        return Flux.fromIterable(all)
                .buffer(A_BATCH)
                .concatMap(some -> records.keep(by.worker(), some))
                .flatMapIterable(results -> results)
                .doOnNext(result -> note(run, by, result, chance))
                .then();
    }

    private static void note(QuarterRun run, Rounder by, Result result, Random chance) {
        RecordReceipt kept = result.receipt();
        if (kept == null) {
            run.count("turnedAway", 1);
            run.count("turnedAway." + result.code(), 1);
            return;
        }
        count(run, kept);
        if (kept.outcome() == REFUSED) {
            run.tries.add(new Try(run.today().plusDays(3), by, kept.householdId(), chance.nextBoolean()));
        }
        for (String no : kept.tickets()) {
            run.matters.add(Matter.found(run.today(), by, no));
        }
        for (String card : kept.cards()) {
            if (chance.nextInt(10) < 7) {
                run.cards.add(new Card(run.today().plusDays(5), by.worker(), card));
            }
        }
    }

    private static void count(QuarterRun run, RecordReceipt kept) {
        run.count("visits", 1);
        run.count(outcome(kept.outcome()), 1);
        run.count("late", kept.late() ? 1 : 0);
        run.count("tickets", kept.tickets().size());
        run.count("cards", kept.cards().size());
        run.visited.add(kept.householdId());
        if (kept.outcome() == MET) {
            run.met.add(kept.householdId());
        }
    }

    private static String outcome(@Nullable Outcome outcome) {
        return outcome == MET ? "met" : outcome == REFUSED ? "refused" : "nobodyHome";
    }
}
