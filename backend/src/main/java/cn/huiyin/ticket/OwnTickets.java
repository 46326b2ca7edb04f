package cn.huiyin.ticket;

import cn.huiyin.identity.Caller;
import cn.huiyin.ticket.OwnTicket.Promise;
import cn.huiyin.ticket.OwnTicket.Standing;
import cn.huiyin.ticket.TicketView.DeadlineView;
import cn.huiyin.ticket.domain.DeadlineState;
import cn.huiyin.ticket.domain.Filing;
import cn.huiyin.ticket.domain.Part;
import cn.huiyin.ticket.domain.Stage;
import cn.huiyin.ticket.store.TicketLists;
import cn.huiyin.ticket.store.TicketLists.After;
import cn.huiyin.ticket.store.TicketLists.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The door for whoever talks with people about their tickets: no more than the caller may see. */
@Component
public class OwnTickets {

    /** An answer that was archived longer ago is not asked about any more. */
    private static final Duration STILL_ASKED = Duration.ofDays(30);

    private static final Set<Stage> ALL_BUT_WITHDRAWN = EnumSet.complementOf(EnumSet.of(Stage.WITHDRAWN));

    private final TicketLists lists;
    private final TicketDesk desk;
    private final TicketRegister register;
    private final TicketViews views;

    OwnTickets(TicketLists lists, TicketDesk desk, TicketRegister register, TicketViews views) {
        this.lists = lists;
        this.desk = desk;
        this.register = register;
        this.views = views;
    }

    /** What falls due on a desk. */
    public record Due(String no, String matter, String kind, Instant dueAt, boolean late) {}

    /** What the caller has filed, the newest first. */
    public Mono<List<OwnTicket>> newest(Caller caller, int most) {
        return lists.mine(caller.id().value(), ALL_BUT_WITHDRAWN, After.NOTHING, most)
                .map(this::ticket)
                .collectList();
    }

    /** Any ticket that concerns the caller; 404 otherwise. */
    public Mono<OwnTicket> find(String no, Caller caller) {
        return desk.show(new TicketNo(no), caller).map(OwnTickets::ticket);
    }

    /** Of what is on the caller's desk, what falls due first. */
    public Mono<List<Due>> dueSoon(Caller caller, Duration within, int most) {
        return register.dueSoon(caller, within, most)
                .map(due -> new Due(due.no(), matter(due), due.kind().chinese(), due.dueAt(), due.late()))
                .collectList();
    }

    /** What is told in a chat leaves the house: only words that have passed the content check. */
    private static String matter(TicketLists.DueSoon due) {
        return due.checked() ? Filing.matter(due.description()) : "一件诉求";
    }

    private OwnTicket ticket(Item item) {
        return new OwnTicket(
                item.no(),
                Filing.matter(item.description()),
                item.description(),
                views.categoryName(item.category()),
                register.placeName(item.place()),
                standing(item.stage()),
                item.stage().chinese(),
                item.holder() == null ? null : views.unitName(new cn.huiyin.community.UnitId(item.holder())),
                null,
                promise(item),
                null,
                isRateable(item),
                true);
    }

    private static boolean isRateable(Item item) {
        boolean recent =
                item.endedAt() == null || item.endedAt().isAfter(item.now().minus(STILL_ASKED));
        return (item.stage() == Stage.REPLIED || item.stage() == Stage.ARCHIVED) && !item.rated() && recent;
    }

    private static @Nullable Promise promise(Item item) {
        return item.dueKind() == null || item.dueAt() == null
                ? null
                : new Promise(item.dueKind().chinese(), item.dueAt(), item.now().isAfter(item.dueAt()), item.paused());
    }

    private static OwnTicket ticket(TicketView view) {
        TicketView.HandlerView handler = view.handler();
        return new OwnTicket(
                view.no(),
                Filing.matter(view.description()),
                view.description(),
                view.categoryName(),
                view.place().name(),
                standing(view.stage()),
                view.stageName(),
                handler == null ? null : handler.name(),
                handler == null ? null : handler.person(),
                promise(view.deadlines()),
                view.answer(),
                (view.stage() == Stage.REPLIED || view.stage() == Stage.ARCHIVED) && !view.rated(),
                view.parts().contains(Part.REPORTER));
    }

    private static @Nullable Promise promise(List<DeadlineView> deadlines) {
        return deadlines.stream()
                .filter(deadline -> deadline.metAt() == null && deadline.state() != DeadlineState.WITHDRAWN)
                .filter(deadline -> deadline.state() != DeadlineState.MET)
                .min(Comparator.comparing(DeadlineView::dueAt))
                .map(deadline -> new Promise(
                        deadline.kindName(),
                        deadline.dueAt(),
                        deadline.state() == DeadlineState.MISSED,
                        deadline.state() == DeadlineState.PAUSED))
                .orElse(null);
    }

    private static Standing standing(Stage stage) {
        if (stage.isOpen()) {
            return Standing.OPEN;
        }
        return stage == Stage.REPLIED ? Standing.ANSWERED : Standing.CLOSED;
    }
}
