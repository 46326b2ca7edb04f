package cn.huiyin.ticket;

import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Category;
import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Unit;
import cn.huiyin.community.UnitId;
import cn.huiyin.media.MediaId;
import cn.huiyin.media.MediaLinks;
import cn.huiyin.snapshot.Snapshot;
import cn.huiyin.ticket.TicketView.DeadlineView;
import cn.huiyin.ticket.TicketView.EventView;
import cn.huiyin.ticket.TicketView.HandlerView;
import cn.huiyin.ticket.TicketView.MediaView;
import cn.huiyin.ticket.TicketView.Named;
import cn.huiyin.ticket.TicketView.PauseView;
import cn.huiyin.ticket.TicketView.PlaceView;
import cn.huiyin.ticket.domain.Deadline;
import cn.huiyin.ticket.domain.DeadlinePolicy;
import cn.huiyin.ticket.domain.DeadlineReason;
import cn.huiyin.ticket.domain.DeadlineRule;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Ticket;
import cn.huiyin.ticket.domain.TicketEvent;
import cn.huiyin.ticket.domain.Where;
import java.time.Instant;
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

    TicketView show(
            Ticket ticket, List<TicketEvent> events, @Nullable JsonNode suggestion, Set<Part> parts, Instant now) {
        boolean hidden = ticket.filing().anonymous() && HANDLING.containsAll(parts);
        boolean resident = parts.equals(EnumSet.of(Part.REPORTER));
        return new TicketView(
                ticket.no().value(),
                ticket.stage(),
                ticket.stage().chinese(),
                ticket.classification().category(),
                categoryName(ticket.classification().category()),
                ticket.classification().urgency(),
                ticket.classification().handlingKind(),
                ticket.classification().colour(),
                ticket.filing().description(),
                place(ticket.where()),
                ticket.filing().media().stream().map(this::media).toList(),
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
                ticket.progress().answer(),
                ticket.filing().at(),
                ticket.deadlines().all().stream()
                        .map(deadline -> deadline(deadline, now))
                        .toList(),
                events.stream().map(event -> event(event, hidden, resident)).toList(),
                resident ? null : suggestion,
                ticket.openTo(parts),
                List.copyOf(parts),
                ticket.version());
    }

    /** The answer to a move, before it has been read back: the version it was saved as. */
    TicketView shown(
            Ticket saved,
            List<TicketEvent> before,
            TicketEvent last,
            @Nullable JsonNode suggestion,
            Set<Part> parts,
            Instant now) {
        List<TicketEvent> events = new ArrayList<>(before);
        events.add(last);
        return show(saved, events, suggestion, parts, now);
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

    private EventView event(TicketEvent event, boolean hidden, boolean resident) {
        boolean reporters = event.as() == Part.REPORTER;
        boolean internal = resident && event.facts().containsKey("silent");
        return new EventView(
                event.seq(),
                event.at(),
                event.move().name(),
                event.move().chinese(),
                hidden && reporters ? SOMEBODY : event.byName(),
                event.as(),
                event.as().chinese(),
                internal ? null : event.note(),
                event.from(),
                event.to(),
                event.hash());
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

    private PlaceView place(Where where) {
        return new PlaceView(where.place().value(), placeName(where), where.detail(), where.lng(), where.lat());
    }

    String placeName(Where where) {
        return community.atlas().inWords(where.path());
    }

    private MediaView media(String id) {
        return new MediaView(id, links.link(new MediaId(id)));
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
