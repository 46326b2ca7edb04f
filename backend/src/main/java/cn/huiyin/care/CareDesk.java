package cn.huiyin.care;

import cn.huiyin.care.CareAsked.PlanAsked;
import cn.huiyin.care.domain.Care;
import cn.huiyin.care.domain.Care.Part;
import cn.huiyin.care.domain.Plan;
import cn.huiyin.care.domain.What;
import cn.huiyin.care.store.CareSeals.Said;
import cn.huiyin.care.store.Cares;
import cn.huiyin.care.store.Cares.Step;
import cn.huiyin.care.store.Cares.Stored;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.problem.Seen;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Arranges what is done in cares: read, decide, keep, and tell. */
@Component
public class CareDesk {

    private static final Map<CareAsked.Step, What> STEPS = Map.of(
            CareAsked.Step.ASSIGN, What.ASSIGNED,
            CareAsked.Step.HAND_OVER, What.HANDED_OVER,
            CareAsked.Step.PLAN, What.PLANNED,
            CareAsked.Step.REVIEW, What.REVIEWED);
    private static final int LONGEST_PLAN_YEARS = 5;

    private final Cares cares;
    private final CareViews views;
    private final CareNotices notices;
    private final Households households;
    private final Accounts accounts;
    private final Outbox outbox;
    private final Repeats repeats;
    private final CareSettings settings;
    private final JsonMapper json;

    CareDesk(
            Cares cares,
            CareViews views,
            CareNotices notices,
            Households households,
            Accounts accounts,
            Outbox outbox,
            Repeats repeats,
            CareSettings settings,
            JsonMapper json) {
        this.cares = cares;
        this.views = views;
        this.notices = notices;
        this.households = households;
        this.accounts = accounts;
        this.outbox = outbox;
        this.repeats = repeats;
        this.settings = settings;
        this.json = json;
    }

    /** What a caller is to a care; nothing at all means that it does not exist for them. */
    static Set<Part> parts(Care care, Caller caller) {
        PlacePath there = new PlacePath(care.path());
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (Objects.equals(care.specialist(), caller.id().value()) && caller.isStaff()) {
            parts.add(Part.SPECIALIST);
        }
        if (caller.is(Role.DISPATCHER, there)) {
            parts.add(Part.DISPATCHER);
        }
        if (caller.is(Role.GRID_WORKER, there) || caller.is(Role.SUPERVISOR, there)) {
            parts.add(Part.ONLOOKER);
        }
        return parts;
    }

    /** The care as the caller may see it; whoever reads its plan is shown to the household. */
    public Mono<CareView> show(Caller caller, String household) {
        return seen(caller, household)
                .flatMap(stored -> (Care.readsPlan(parts(stored.care(), caller))
                                ? cares.look(household, caller.id().value(), role(stored.care(), caller))
                                : Mono.<Void>empty())
                        .then(Mono.defer(() -> views.care(stored, caller))));
    }

    private static String role(Care care, Caller caller) {
        return parts(care, caller).contains(Part.DISPATCHER) ? Role.DISPATCHER.name() : "SPECIALIST";
    }

    private Mono<Stored> seen(Caller caller, String household) {
        Mono<Stored> found = HouseholdId.looksLikeOne(household) ? cares.find(household) : Mono.empty();
        return found.filter(stored -> !parts(stored.care(), caller).isEmpty())
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("CARE_NOT_FOUND", "没有找到这一户的专员服务，或不归您管")));
    }

    /** A step on the version that was read; the answer holds nothing that is sealed. */
    public Mono<Answer> step(Caller caller, String household, CareAsked asked, Seen seen, Repeat repeat) {
        return repeats.once(
                repeat,
                () -> seen(caller, household).flatMap(stored -> {
                    What what = Objects.requireNonNull(STEPS.get(asked.step()));
                    stored.care().mayStep(what, parts(stored.care(), caller));
                    if (seen.version() != stored.care().version()) {
                        throw Seen.stale();
                    }
                    return specialist(stored, asked, what)
                            .flatMap(specialist -> said(stored, asked, what)
                                    .flatMap(said -> keep(caller, stored, what, specialist, said, repeat)));
                }));
    }

    private Mono<AccountId> specialist(Stored stored, CareAsked asked, What what) {
        Long now = stored.care().specialist();
        if (what != What.ASSIGNED && what != What.HANDED_OVER) {
            return Mono.just(new AccountId(Objects.requireNonNull(now)));
        }
        if (what == What.HANDED_OVER && (asked.note() == null || asked.note().isBlank())) {
            throw Refusal.invalid(new Fault("note", "请写明为什么更换专员"));
        }
        String id = asked.specialistId();
        if (id == null || !id.matches("\\d{1,18}")) {
            throw Refusal.invalid(new Fault("specialistId", "请选择专员"));
        }
        if (now != null && now == Long.parseLong(id)) {
            throw Refusal.invalid(new Fault("specialistId", "这一户现在就是由这位专员负责"));
        }
        PlacePath street = PlacePath.root(new PlacePath(stored.care().path()).street());
        return accounts.find(new AccountId(Long.parseLong(id)))
                .filter(person -> person.posts().stream().anyMatch(post -> worksIn(post, street)))
                .map(Caller::id)
                .switchIfEmpty(Mono.error(() -> Refusal.invalid(new Fault("specialistId", "没有这位工作人员，或者不在本街道"))));
    }

    private static boolean worksIn(Post post, PlacePath street) {
        PlacePath place = post.place();
        return place != null && post.role() != Role.ADMIN && (street.covers(place) || place.covers(street));
    }

    /** What is kept of the step; a review keeps the whole plan as it is from then on. */
    private Mono<Said> said(Stored stored, CareAsked asked, What what) {
        String note = asked.note() == null || asked.note().isBlank()
                ? null
                : asked.note().strip();
        CareWords.check(note, asked.plan());
        Plan plan = plan(asked.plan(), stored.today());
        if (what == What.PLANNED && plan == null) {
            throw Refusal.invalid(new Fault("plan", "请写下计划：目标、措施、谁来做、什么时候做完"));
        }
        if (what == What.REVIEWED && note == null) {
            throw Refusal.invalid(new Fault("note", "请写下这次回顾看到的情况"));
        }
        if (what != What.REVIEWED || plan != null) {
            return Mono.just(new Said(note, what == What.PLANNED || what == What.REVIEWED ? plan : null, null));
        }
        return cares.plan(stored.care().household())
                .map(last -> new Said(note, last.event().said().plan(), plannedIn(last.event())))
                .defaultIfEmpty(new Said(note, null, null));
    }

    private static int plannedIn(Cares.Event last) {
        Integer before = last.said().plannedIn();
        return before == null ? last.seq() : before;
    }

    private static @Nullable Plan plan(@Nullable PlanAsked asked, LocalDate today) {
        if (asked == null) {
            return null;
        }
        Plan plan = asked.asPlan();
        plan.goals().stream().flatMap(goal -> goal.measures().stream()).forEach(measure -> {
            if (measure.by().isBefore(today.minusYears(LONGEST_PLAN_YEARS))
                    || measure.by().isAfter(today.plusYears(LONGEST_PLAN_YEARS))) {
                throw Refusal.invalid(new Fault("plan.goals", "完成时间应在前后五年之内"));
            }
            if (measure.doneOn() != null && measure.doneOn().isAfter(today)) {
                throw Refusal.invalid(new Fault("plan.goals", "完成的日子不能在今天以后"));
            }
        });
        return plan;
    }

    private Mono<Answer> keep(Caller caller, Stored stored, What what, AccountId specialist, Said said, Repeat repeat) {
        LocalDate due = what == What.HANDED_OVER
                ? Objects.requireNonNull(stored.care().reviewDue())
                : settings.rhythm().after(what, stored.today());
        String body = json.writeValueAsString(new Receipt(
                stored.care().household(),
                what,
                specialist.toString(),
                due,
                stored.care().version() + 1));
        return told(stored, what, specialist, due)
                .map(outbox::json)
                .flatMap(told -> cares.save(
                        new Step(stored.care(), what, caller.id().value(), specialist.value(), due, said, told),
                        repeat,
                        body))
                .filter(saved -> saved)
                .switchIfEmpty(Mono.error(Seen::stale))
                .thenReturn(
                        new Answer(200, null, "\"%d\"".formatted(stored.care().version() + 1), body));
    }

    /** What a step answers: nothing sealed, for answers are kept for repeated requests. */
    record Receipt(String householdId, What what, String specialistId, LocalDate reviewDue, int version) {}

    private Mono<List<Notice>> told(Stored stored, What what, AccountId specialist, LocalDate due) {
        return what == What.ASSIGNED || what == What.HANDED_OVER
                ? households
                        .find(new HouseholdId(stored.care().household()))
                        .flatMap(households::accountsOf)
                        .defaultIfEmpty(List.of())
                        .map(home -> notices.assigned(stored.care(), what, specialist, home, due))
                : Mono.just(notices.dueAgain(stored.care(), due));
    }

    /** The care of the caller's own home: who the specialist is, and the plan in plain words. */
    public Mono<CareView.Mine> mine(Caller caller) {
        return households
                .of(caller.id())
                .map(Household::id)
                .flatMap(id -> cares.find(id.value()))
                .filter(stored -> stored.care().open())
                .switchIfEmpty(Mono.error(() -> Refusal.unknown("CARE_NOT_FOUND", "您家没有专员服务；有需要可以告诉网格员")))
                .flatMap(views::mine);
    }
}
