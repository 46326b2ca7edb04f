package cn.huiyin.care;

import cn.huiyin.care.CareView.Event;
import cn.huiyin.care.CareView.Line;
import cn.huiyin.care.CareView.Mine;
import cn.huiyin.care.CareView.Person;
import cn.huiyin.care.domain.Care;
import cn.huiyin.care.domain.Plan;
import cn.huiyin.care.store.Cares;
import cn.huiyin.care.store.Cares.Planned;
import cn.huiyin.care.store.Cares.Stored;
import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Accounts;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Contact;
import cn.huiyin.safety.Sight;
import cn.huiyin.safety.Sight.Viewer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Cares as they are shown, to each what is meant for them. */
@Component
class CareViews {

    private static final int HISTORY = 100;
    private static final String IN_ITS_PLACE = "（内容正在核对）";

    private final Cares cares;
    private final Accounts accounts;
    private final Community community;

    CareViews(Cares cares, Accounts accounts, Community community) {
        this.cares = cares;
        this.accounts = accounts;
        this.community = community;
    }

    Mono<CareView> care(Stored stored, Caller caller) {
        String household = stored.care().household();
        boolean reads = Care.readsPlan(CareDesk.parts(stored.care(), caller));
        Mono<Optional<Plan>> plan = reads
                ? cares.plan(household)
                        .map(planned -> Optional.ofNullable(seen(planned, stored.care(), caller)))
                        .defaultIfEmpty(Optional.empty())
                : Mono.just(Optional.empty());
        return plan.flatMap(found -> cares.history(household, Integer.MAX_VALUE, HISTORY)
                .flatMap(history -> names(people(stored.care(), history))
                        .map(names -> view(stored, caller, found.orElse(null), history, names))));
    }

    private static @Nullable Plan seen(Planned planned, Care care, Caller caller) {
        Plan plan = planned.event().said().plan();
        return plan == null
                ? null
                : new Plan(words(plan, planned, viewer(planned.event(), care, caller)), plan.goals());
    }

    private static Viewer viewer(Cares.Event event, Care care, Caller caller) {
        if (event.by() == caller.id().value()) {
            return Viewer.AUTHOR;
        }
        return CareDesk.parts(care, caller).contains(Care.Part.DISPATCHER) ? Viewer.REVIEWER : Viewer.ACTING;
    }

    /** What the household reads of it, or what stands in its place while the content check has doubts. */
    private static String words(Plan plan, Planned planned, Viewer viewer) {
        return Sight.of(planned.mark(), viewer).words(plan.plain(), IN_ITS_PLACE);
    }

    private static Set<Long> people(Care care, List<Cares.Event> history) {
        return Stream.concat(
                        Stream.ofNullable(care.specialist()),
                        history.stream()
                                .flatMap(event -> Stream.concat(Stream.of(event.by()), Stream.ofNullable(event.who()))))
                .collect(Collectors.toSet());
    }

    Mono<Map<AccountId, Contact>> names(Collection<Long> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : accounts.contacts(ids.stream().map(AccountId::new).collect(Collectors.toSet()));
    }

    private CareView view(
            Stored stored,
            Caller caller,
            @Nullable Plan plan,
            List<Cares.Event> history,
            Map<AccountId, Contact> names) {
        Care care = stored.care();
        var parts = CareDesk.parts(care, caller);
        boolean reads = Care.readsPlan(parts);
        return new CareView(
                care.household(),
                community.atlas().inWords(new PlacePath(care.path())),
                stored.room(),
                care.open(),
                person(care.specialist(), names),
                care.beganOn(),
                care.endedOn(),
                care.assignedAt(),
                care.plannedAt(),
                care.reviewedAt(),
                care.reviewDue(),
                overdue(care, stored.today()),
                plan,
                plan == null ? null : plan.late(stored.today()),
                history.stream().map(event -> event(event, reads, names)).toList(),
                care.steps(parts),
                care.version());
    }

    private static Event event(Cares.Event event, boolean reads, Map<AccountId, Contact> names) {
        Person by = person(event.by(), names);
        return new Event(
                event.at(),
                event.what(),
                event.what().chinese(),
                event.by() == AccountId.SYSTEM.value() || by == null ? "系统" : by.name(),
                person(event.who(), names),
                reads ? event.said().note() : null);
    }

    private static @Nullable Person person(@Nullable Long id, Map<AccountId, Contact> names) {
        if (id == null) {
            return null;
        }
        Contact contact = names.get(new AccountId(id));
        return new Person(Long.toString(id), contact == null ? "工作人员" : contact.displayName());
    }

    private static boolean overdue(Care care, LocalDate today) {
        return care.reviewDue() != null && care.reviewDue().isBefore(today);
    }

    Line line(Stored stored, Map<AccountId, Contact> names) {
        Care care = stored.care();
        return new Line(
                care.household(),
                community.atlas().inWords(new PlacePath(care.path())),
                stored.room(),
                care.open(),
                person(care.specialist(), names),
                care.beganOn(),
                care.plannedAt(),
                care.reviewedAt(),
                care.reviewDue(),
                overdue(care, stored.today()),
                care.version());
    }

    Mono<Mine> mine(Stored stored) {
        Care care = stored.care();
        return cares.plan(care.household())
                .map(planned -> Optional.ofNullable(planned.event().said().plan())
                        .map(plan -> words(plan, planned, Viewer.ADDRESSEE)))
                .defaultIfEmpty(Optional.empty())
                .flatMap(plain -> names(Stream.ofNullable(care.specialist()).toList())
                        .map(names -> new Mine(
                                Optional.ofNullable(person(care.specialist(), names))
                                        .map(Person::name)
                                        .orElse(null),
                                care.assignedAt(),
                                plain.orElse(null),
                                care.plannedAt(),
                                care.reviewedAt())));
    }

    String place(Care care) {
        return Objects.requireNonNull(community.atlas().inWords(new PlacePath(care.path())));
    }
}
