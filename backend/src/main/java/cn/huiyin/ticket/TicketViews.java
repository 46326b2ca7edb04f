package cn.huiyin.ticket;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Category;
import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Unit;
import cn.huiyin.community.UnitId;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaLinks;
import cn.huiyin.safety.Marks;
import cn.huiyin.safety.Sight;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.TicketView.DeadlineView;
import cn.huiyin.ticket.TicketView.EventView;
import cn.huiyin.ticket.TicketView.HandlerView;
import cn.huiyin.ticket.TicketView.MediaView;
import cn.huiyin.ticket.TicketView.Named;
import cn.huiyin.ticket.TicketView.OriginView;
import cn.huiyin.ticket.TicketView.PauseView;
import cn.huiyin.ticket.TicketView.PlaceView;
import cn.huiyin.ticket.domain.Actor;
import cn.huiyin.ticket.domain.Deadline;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.DeadlineReason;
import cn.huiyin.ticket.domain.DeadlineRule;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.TicketEvent;
import cn.huiyin.ticket.domain.Where;
import cn.huiyin.ticket.store.StoredTicket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows a ticket to one person: no more than their part in it lets them see. */
@Component
class TicketViews {

    /** Those from whom an anonymous reporter is hidden (T1). */
    private static final Set<Part> HANDLING =
            EnumSet.of(Part.HOLDER, Part.HOLDER_LEAD, Part.FIRST_RECEIVER, Part.CO_HANDLER);

    /** Staff who look after the place: they may look at what a ticket was made from. */
    private static final Set<Part> LOOKING_AFTER =
            EnumSet.of(Part.RECORDER, Part.GRID_WORKER, Part.DISPATCHER, Part.SUPERVISOR);

    private static final String SOMEBODY = "匿名居民";

    private final Community community;
    private final Categories categories;
    private final Snapshot<DeadlinePolicy> policy;
    private final MediaLinks links;

    TicketViews(Community community, Categories categories, Snapshot<DeadlinePolicy> policy, MediaLinks links) {
        this.community = community;
        this.categories = categories;
        this.policy = policy;
        this.links = links;
    }

    /** What is read together with a ticket and belongs to it. */
    record Beside(@Nullable JsonNode suggestion, Marks marks) {

        static Beside of(StoredTicket stored) {
            return new Beside(stored.suggestion(), stored.marks());
        }
    }

    TicketView show(Ticket ticket, List<TicketEvent> events, Beside beside, Actor viewer, Instant now) {
        Set<Part> parts = viewer.parts();
        boolean hidden = ticket.filing().anonymous() && HANDLING.containsAll(parts);
        boolean resident = parts.equals(EnumSet.of(Part.REPORTER));
        Veil veil = new Veil(viewer, beside.marks());
        Sight matter = veil.matter(ticket);
        return new TicketView(
                ticket.no().value(),
                ticket.stage(),
                ticket.stage().chinese(),
                ticket.classification().category(),
                categoryName(ticket.classification().category()),
                ticket.classification().urgency(),
                ticket.classification().handlingKind(),
                ticket.classification().colour(),
                Veil.words(matter, ticket.filing().description()),
                matter.mark(),
                place(ticket.where(), matter),
                ticket.filing().media().stream()
                        .map(id -> media(id, veil.file(ticket, id)))
                        .toList(),
                ticket.filing().channel(),
                ticket.filing().anonymous(),
                hidden ? null : reporter(ticket, events),
                named(ticket.responsibility().firstReceiver()),
                handler(ticket, events),
                ticket.responsibility().coHandlers().stream()
                        .sorted()
                        .map(id -> new Named(id, unitName(new UnitId(id))))
                        .toList(),
                ticket.responsibility().handOns(),
                ticket.progress().supervised(),
                ticket.progress().round(),
                ticket.progress().rated(),
                answer(ticket, events, veil),
                ticket.filing().at(),
                origin(ticket.filing().origin(), parts),
                ticket.deadlines().all().stream()
                        .map(deadline -> deadline(deadline, now))
                        .toList(),
                events.stream()
                        .map(event -> event(event, hidden, resident, veil.words(event)))
                        .toList(),
                resident || !matter.shown() ? null : beside.suggestion(),
                ticket.openTo(parts),
                List.copyOf(parts),
                ticket.version());
    }

    /** The answer to a move, before it has been read back: the version it was saved as. */
    TicketView shown(
            Ticket saved, List<TicketEvent> before, TicketEvent last, Beside beside, Actor viewer, Instant now) {
        List<TicketEvent> events = new ArrayList<>(before);
        events.add(last);
        return show(saved, events, beside, viewer, now);
    }

    DeadlineView deadline(Deadline deadline, Instant now) {
        DeadlineRule rule = policy.get().rule(deadline.policyVersion(), deadline.rule());
        List<PauseView> pauses = new ArrayList<>();
        deadline.pauses().forEach(pause -> pauses.add(new PauseView(pause.from(), pause.to())));
        if (deadline.pausedSince() != null) {
            pauses.add(new PauseView(deadline.pausedSince(), null));
        }
        return new DeadlineView(
                deadline.kind(),
                deadline.kind().chinese(),
                deadline.dueAt(),
                deadline.stateAt(now),
                deadline.provisional(),
                DeadlineReason.of(deadline, rule),
                rule.source(),
                deadline.rule(),
                deadline.round(),
                deadline.startedAt(),
                deadline.extended(),
                pauses,
                deadline.metAt(),
                deadline.policyVersion(),
                deadline.calendarVersion());
    }

    private EventView event(TicketEvent event, boolean hidden, boolean resident, Sight words) {
        boolean reporters = event.as() == Part.REPORTER;
        boolean internal = resident && event.facts().containsKey("silent");
        String note = event.note();
        return new EventView(
                event.seq(),
                event.at(),
                event.move().name(),
                event.move().chinese(),
                hidden && reporters ? SOMEBODY : event.byName(),
                event.as(),
                event.as().chinese(),
                internal || note == null ? null : Veil.words(words, note),
                internal ? null : words.mark(),
                event.from(),
                event.to(),
                event.hash());
    }

    /** When somebody's home was visited is no business of the units that handle what was found there. */
    private static @Nullable OriginView origin(@Nullable Origin origin, Set<Part> parts) {
        boolean looks = parts.stream().anyMatch(LOOKING_AFTER::contains);
        if (origin == null || (!looks && !parts.contains(Part.REPORTER))) {
            return null;
        }
        return new OriginView(
                origin.kind(),
                origin.kind().chinese(),
                looks ? origin.id() : null,
                LocalDate.ofInstant(origin.at(), WorkingCalendar.ZONE));
    }

    private Named reporter(Ticket ticket, List<TicketEvent> events) {
        String name = events.stream()
                .filter(event -> event.by().equals(ticket.filing().reporter()))
                .map(TicketEvent::byName)
                .findFirst()
                .orElse(Part.REPORTER.chinese());
        return new Named(ticket.filing().reporter().toString(), name);
    }

    private @Nullable HandlerView handler(Ticket ticket, List<TicketEvent> events) {
        UnitId holder = ticket.responsibility().holder();
        if (holder == null) {
            return null;
        }
        String person = events.stream()
                .filter(event -> event.move() == Move.ACCEPT
                        && event.by().equals(ticket.responsibility().handler()))
                .reduce((earlier, later) -> later)
                .map(TicketEvent::byName)
                .orElse(null);
        return new HandlerView(holder.value(), unitName(holder), person);
    }

    /** The answer is the words of the last reply. */
    private static @Nullable String answer(Ticket ticket, List<TicketEvent> events, Veil veil) {
        String answer = ticket.progress().answer();
        return answer == null
                ? null
                : events.stream()
                        .filter(event -> event.move() == Move.REPLY)
                        .reduce((earlier, later) -> later)
                        .map(reply -> Veil.words(veil.words(reply), answer))
                        .orElse(answer);
    }

    /** Where it is in the resident's own words goes with the description. */
    private PlaceView place(Where where, Sight matter) {
        String detail = matter.shown() ? where.detail() : null;
        return new PlaceView(where.place().value(), placeName(where), detail, where.lng(), where.lat());
    }

    String placeName(Where where) {
        return community.atlas().inWords(where.path());
    }

    /** A plain link dies when its photo is hidden; those who may see it nevertheless get another. */
    private MediaView media(String id, Sight sight) {
        MediaId media = new MediaId(id);
        if (!sight.shown()) {
            return new MediaView(id, null, sight.mark());
        }
        return new MediaView(id, Veil.isHidden(sight) ? links.unveiled(media) : links.link(media), sight.mark());
    }

    private @Nullable Named named(@Nullable UnitId id) {
        return id == null ? null : new Named(id.value(), unitName(id));
    }

    String unitName(UnitId id) {
        Atlas atlas = community.atlas();
        return atlas.unit(id).map(Unit::name).orElse(id.value());
    }

    @Nullable String categoryName(@Nullable String code) {
        return code == null ? null : categories.find(code).map(Category::name).orElse(code);
    }
}
