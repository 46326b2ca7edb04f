package cn.huiyin.ticket;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Marks;
import cn.huiyin.ticket.domain.Deadline;
import cn.huiyin.ticket.domain.DeadlineReason;
import cn.huiyin.ticket.domain.Moved;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.StillTrue;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.store.StoredTicket;
import cn.huiyin.ticket.store.Tickets;
import cn.huiyin.together.Together;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tickets as messages are about them: looked at again just before each message leaves. */
@Component
class TicketSubject implements Subject {

    private static final Set<CheckState> NOBODY_DOUBTS = EnumSet.of(CheckState.PENDING, CheckState.HUMAN);
    private static final String LOOK_INSIDE = "请点开查看";

    private final Tickets tickets;
    private final TicketViews views;
    private final Staff staff;
    private final Together<TicketNo, Optional<StoredTicket>> found = Together.of("messages.tickets", this::findAll);

    TicketSubject(Tickets tickets, TicketViews views, Staff staff) {
        this.tickets = tickets;
        this.views = views;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return Moved.SUBJECT;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return found.ask(new TicketNo(message.subjectId()))
                .flatMap(Mono::justOrEmpty)
                .flatMap(stored -> standing(stored, message))
                .defaultIfEmpty(new Standing.Gone("没有这件诉求"));
    }

    private Mono<List<Optional<StoredTicket>>> findAll(List<TicketNo> nos) {
        return tickets.findAll(nos)
                .collectMap(stored -> stored.ticket().no())
                .map(known -> nos.stream()
                        .map(no -> Optional.ofNullable(known.get(no)))
                        .toList());
    }

    private Mono<Standing> standing(StoredTicket stored, Waiting message) {
        Ticket ticket = stored.ticket();
        Optional<String> gone = StillTrue.notBecause(ticket, message.occasion(), message.facts());
        if (gone.isPresent()) {
            return Mono.just(new Standing.Gone(gone.get()));
        }
        return audience(ticket, partsIn(message.facts().getOrDefault("to", "")))
                .map(people -> new Standing.Stands(people, facts(stored, message.facts())));
    }

    private static Set<Part> partsIn(String names) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isBlank())
                .map(Part::valueOf)
                .forEach(parts::add);
        return parts;
    }

    /** Everybody once; where a part is not held by anybody, the dispatcher of the place hears in their stead. */
    private Mono<List<AccountId>> audience(Ticket ticket, Set<Part> parts) {
        return Flux.fromIterable(parts)
                .concatMap(part -> holders(ticket, part))
                .collect(LinkedHashSet<AccountId>::new, LinkedHashSet::addAll)
                .flatMap(people -> people.isEmpty() ? dispatchers(ticket) : Mono.just(List.copyOf(people)));
    }

    private Mono<List<AccountId>> holders(Ticket ticket, Part part) {
        PlacePath there = ticket.where().path();
        UnitId holder = ticket.responsibility().holder();
        UnitId first = ticket.responsibility().firstReceiver();
        return switch (part) {
            case REPORTER -> Mono.just(List.of(ticket.filing().reporter()));
            case RECORDER ->
                Mono.just(
                        ticket.filing().recorder() == null
                                ? List.of()
                                : List.of(ticket.filing().recorder()));
            case HOLDER -> handler(ticket, holder);
            case HOLDER_LEAD -> inUnit(Role.UNIT_LEAD, holder);
            case FIRST_RECEIVER -> inUnit(Role.HANDLER, first);
            case CO_HANDLER ->
                Flux.fromIterable(ticket.responsibility().coHandlers())
                        .concatMap(unit -> inUnit(Role.HANDLER, new UnitId(unit)))
                        .collect(java.util.ArrayList::new, List::addAll);
            case GRID_WORKER -> staff.holders(Role.GRID_WORKER, there);
            case DISPATCHER -> dispatchers(ticket);
            case SUPERVISOR -> staff.holders(Role.SUPERVISOR, there);
            case SYSTEM -> Mono.just(List.of());
        };
    }

    /** Who took it up; before that, all handlers of the unit. */
    private Mono<List<AccountId>> handler(Ticket ticket, @Nullable UnitId holder) {
        AccountId person = ticket.responsibility().handler();
        return person == null ? inUnit(Role.HANDLER, holder) : Mono.just(List.of(person));
    }

    private Mono<List<AccountId>> inUnit(Role role, @Nullable UnitId unit) {
        return unit == null ? Mono.just(List.of()) : staff.holders(role, unit);
    }

    private Mono<List<AccountId>> dispatchers(Ticket ticket) {
        return staff.holders(Role.DISPATCHER, ticket.where().path());
    }

    /** What every sentence about a ticket can say. */
    private Map<String, String> facts(StoredTicket stored, Map<String, String> planned) {
        Ticket ticket = stored.ticket();
        Map<String, String> facts = new TreeMap<>(planned);
        UnitId unit = ticket.responsibility().holder();
        facts.put("no", ticket.no().value());
        facts.put("matter", matter(stored, planned));
        facts.put("stage", ticket.stage().chinese());
        facts.put("unit", unit == null ? "社区" : views.unitName(unit));
        facts.put("place", views.placeName(ticket.where()));
        facts.put("placePath", ticket.where().path().value());
        facts.put("due", due(ticket, planned));
        facts.computeIfPresent("note", (name, note) -> note(stored.marks(), planned, note));
        facts.putIfAbsent("note", facts.containsKey("rule") ? "办理时间比预计长，正在督促" : "");
        facts.putIfAbsent("by", facts.get("unit"));
        facts.put(HAZARD, Boolean.toString(ticket.isHazard()));
        return facts;
    }

    /** In the resident's words once these have passed the content check; before that, only to themselves. */
    private String matter(StoredTicket stored, Map<String, String> planned) {
        CheckState check = stored.marks().of(Marks.DESCRIPTION);
        boolean toTheirAuthor = Part.REPORTER.name().equals(planned.get("to"));
        if (check == null || (toTheirAuthor && NOBODY_DOUBTS.contains(check))) {
            return stored.ticket().filing().matter();
        }
        String category = views.categoryName(stored.ticket().classification().category());
        return category == null ? "一件诉求" : category;
    }

    /** No message carries words that have not passed the content check. */
    private static String note(Marks marks, Map<String, String> planned, String note) {
        String seq = planned.get("seq");
        return note.isEmpty() || seq == null || marks.isFree(Marks.event(Integer.parseInt(seq))) ? note : LOOK_INSIDE;
    }

    /** The deadline that is spoken of, else the one that falls due next. */
    private static String due(Ticket ticket, Map<String, String> planned) {
        Optional<Deadline> spokenOf = planned.containsKey("rule")
                ? ticket.deadlines().find(planned.get("rule"), Integer.parseInt(planned.getOrDefault("round", "1")))
                : ticket.deadlines().nextAnswer();
        return spokenOf.map(deadline -> DeadlineReason.inWords(deadline.dueAt()))
                .orElse("");
    }
}
