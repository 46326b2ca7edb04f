package cn.huiyin.ticket.domain;

import cn.huiyin.calendar.KnownNotices;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.classification.HandlingKind;
import cn.huiyin.classification.LedgerColour;
import cn.huiyin.classification.Urgency;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.ticket.TicketNo;
import cn.huiyin.ticket.domain.Ticket.Rules;
import cn.huiyin.ticket.store.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the story of one ticket: people, a clock that stands still until it is moved, and what came of it. */
final class TicketStory {

    static final UnitId PROPERTY = new UnitId("qinghe-property");
    static final UnitId OFFICE = new UnitId("qinghe-office");
    static final UnitId WATER = new UnitId("qinghe-water");

    static final Actor LI = actor(1001, "李奶奶", Part.REPORTER);
    static final Actor DISPATCHER = actor(2001, "周书记", Part.DISPATCHER);
    static final Actor GRID_WORKER = actor(2002, "小周", Part.GRID_WORKER);
    static final Actor SUPERVISOR = actor(2003, "督办员", Part.SUPERVISOR);
    static final Actor CLOCK = actor(0, "系统", Part.SYSTEM);
    static final WorkingCalendar CALENDAR = WorkingCalendar.of(KnownNotices.load(), 1);
    static final DeadlinePolicy POLICY =
            DeadlinePolicy.of(Map.of(1, PolicyDocument.builtIn().version()));

    private final List<Moved> moves = new ArrayList<>();
    private WorkingCalendar calendar = CALENDAR;
    private Instant now;

    private TicketStory(Instant start) {
        now = start;
    }

    /** @param filedAt local time, such as 2026-11-23T10:00 */
    static TicketStory filed(String filedAt) {
        return filed(filedAt, Urgency.NORMAL);
    }

    static TicketStory filed(String filedAt, Urgency urgency) {
        TicketStory story = new TicketStory(at(filedAt));
        TicketNo no = new TicketNo("HY26112300000042");
        Ticket draft = new Ticket(
                new Filing(
                        no,
                        "3号楼2单元的楼道灯坏了，晚上看不见路",
                        List.of(),
                        Filing.Channel.MINI_PROGRAM,
                        false,
                        LI.id(),
                        null,
                        null,
                        story.now),
                new Where(
                        new PlaceId("qinghe-c1-g1"),
                        new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/"),
                        null,
                        null,
                        null),
                new Classification(null, urgency, null, null),
                Responsibility.NOBODY,
                Deadlines.NONE,
                Progress.FILED,
                TicketEvent.Chain.start(no),
                0);
        story.moves.add(Ticket.file(draft, LI, story.rules()));
        return story;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingCalendar.ZONE).toInstant();
    }

    static Actor actor(long id, String name, Part first, Part... others) {
        return new Actor(new AccountId(id), name, EnumSet.of(first, others));
    }

    /** Somebody of a unit, as they stand to the ticket now. */
    Actor of(UnitId unit) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        Responsibility who = ticket().responsibility();
        if (unit.equals(who.holder())) {
            parts.add(Part.HOLDER);
        }
        if (unit.equals(who.firstReceiver())) {
            parts.add(Part.FIRST_RECEIVER);
        }
        if (who.coHandlers().contains(unit.value())) {
            parts.add(Part.CO_HANDLER);
        }
        return new Actor(new AccountId(3000 + Math.abs(unit.hashCode() % 500)), unit.value(), parts);
    }

    TicketStory when(String local) {
        now = at(local);
        return this;
    }

    TicketStory after(Duration time) {
        now = now.plus(time);
        return this;
    }

    TicketStory on(WorkingCalendar other) {
        calendar = other;
        return this;
    }

    TicketStory does(Actor by, Move move, String note) {
        return does(by, Order.plain(move, note));
    }

    TicketStory does(Actor by, Order order) {
        moves.add(ticket().move(order, by, rules()));
        return this;
    }

    TicketStory classified(HandlingKind kind) {
        return classified(kind, null, null);
    }

    TicketStory classified(HandlingKind kind, Urgency urgency, LedgerColour colour) {
        return does(
                DISPATCHER,
                new Order(Move.CLASSIFY, null, "FACILITY", urgency, kind, colour, null, null, null, 0, false));
    }

    TicketStory to(UnitId unit, Move move, Actor by) {
        return does(by, new Order(move, "请办理", null, null, null, null, unit, null, null, 0, false));
    }

    TicketStory dispatchedTo(UnitId unit) {
        return to(unit, Move.DISPATCH, DISPATCHER);
    }

    TicketStory extended(DeadlineKind kind, int days) {
        return does(DISPATCHER, new Order(Move.EXTEND, "等配件", null, null, null, null, null, null, kind, days, false));
    }

    TicketStory inProgressAt(UnitId unit) {
        classified(HandlingKind.COORDINATED).dispatchedTo(unit);
        return does(of(unit), Move.ACCEPT, null);
    }

    Ticket ticket() {
        return last().after();
    }

    Moved last() {
        return moves.get(moves.size() - 1);
    }

    List<TicketEvent> timeline() {
        return moves.stream().map(Moved::event).toList();
    }

    List<String> said() {
        return last().notices().stream().map(Notice::occasion).toList();
    }

    Deadline deadline(String rule) {
        return ticket().deadlines().all().stream()
                .filter(deadline -> deadline.rule().equals(rule))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    DeadlineState state(String rule) {
        return deadline(rule).stateAt(now);
    }

    Instant now() {
        return now;
    }

    Rules rules() {
        return new Rules(now, calendar, POLICY);
    }
}
