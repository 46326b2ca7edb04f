package cn.huiyin.ticket;

import cn.huiyin.classification.Categories;
import cn.huiyin.classification.HandlingKind;
import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.Unit;
import cn.huiyin.community.UnitId;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.domain.Move;
import cn.huiyin.ticket.domain.Order;
import cn.huiyin.ticket.domain.Ticket;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what was asked into an order: names looked up, what was left out filled in by the rules. */
@Component
class TicketOrders {

    /** What happens to a ticket but is asked for by calls of its own, or by the clock. */
    private static final Set<Move> NOT_BY_THIS_CALL =
            EnumSet.of(Move.SUBMIT, Move.SUPPLEMENT, Move.NUDGE, Move.CALLBACK, Move.REPLAN);

    private final Community community;
    private final Categories categories;
    private final TicketPlaces places;

    TicketOrders(Community community, Categories categories, TicketPlaces places) {
        this.community = community;
        this.categories = categories;
        this.places = places;
    }

    Order order(MoveAsked asked, Ticket ticket) {
        if (NOT_BY_THIS_CALL.contains(asked.move())) {
            throw Refusal.invalid(
                    new Fault("move", "不能通过这个接口进行“%s”".formatted(asked.move().chinese())));
        }
        boolean classify = asked.move() == Move.CLASSIFY;
        return new Order(
                asked.move(),
                asked.note(),
                classify ? category(asked) : null,
                classify ? asked.urgency() : null,
                classify ? kind(asked, ticket) : null,
                classify ? asked.colour() : null,
                unit(asked, ticket),
                classify && asked.gridId() != null ? places.corrected(asked.gridId(), ticket.where()) : null,
                asked.move() == Move.EXTEND ? asked.deadline() : null,
                asked.days() == null ? 0 : asked.days(),
                asked.move() == Move.FOLLOW_UP && Boolean.FALSE.equals(asked.tellResident()));
    }

    private @Nullable String category(MoveAsked asked) {
        String code = asked.category();
        if (code != null
                && categories.find(code).filter(found -> found.active()).isEmpty()) {
            throw Refusal.invalid(new Fault("category", "没有这个分类"));
        }
        return code;
    }

    /** 协调联动 unless somebody says otherwise: the kind whose clock starts for most matters that go to a unit. */
    private static HandlingKind kind(MoveAsked asked, Ticket ticket) {
        if (asked.handlingKind() != null) {
            return asked.handlingKind();
        }
        HandlingKind before = ticket.classification().handlingKind();
        return before == null ? HandlingKind.COORDINATED : before;
    }

    private @Nullable UnitId unit(MoveAsked asked, Ticket ticket) {
        return switch (asked.move()) {
            case DISPATCH, REPLY -> asked.unitId() == null ? answering(ticket) : known(asked.unitId(), ticket);
            case CO_HANDLE -> asked.unitId() == null ? null : known(asked.unitId(), ticket);
            case ESCALATE -> asked.unitId() == null ? above(ticket) : known(asked.unitId(), ticket);
            default -> null;
        };
    }

    private UnitId known(String id, Ticket ticket) {
        return atlas().unit(new UnitId(id))
                .filter(unit -> serves(unit, ticket.where().path()))
                .map(Unit::id)
                .orElseThrow(() -> Refusal.invalid(new Fault("unitId", "没有这个单位，或它不负责这个地方")));
    }

    private static boolean serves(Unit unit, PlacePath there) {
        return unit.serves().covers(there) || there.covers(unit.serves());
    }

    private @Nullable UnitId answering(Ticket ticket) {
        String category = ticket.classification().category();
        return category == null
                ? null
                : atlas().unitFor(category, ticket.where().path()).map(Unit::id).orElse(null);
    }

    private @Nullable UnitId above(Ticket ticket) {
        UnitId holder = ticket.responsibility().holder();
        return holder == null ? null : atlas().unitAbove(holder).map(Unit::id).orElse(null);
    }

    private Atlas atlas() {
        return community.atlas();
    }
}
