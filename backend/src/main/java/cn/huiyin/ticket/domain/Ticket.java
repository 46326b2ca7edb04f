package cn.huiyin.ticket.domain;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.AccountId;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.ticket.TicketNo;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A resident's matter 诉求 and all that is decided about it. Immutable: a move answers with the ticket after it.
 *
 * @param chain where its timeline has got to
 * @param version grows with each save
 */
public record Ticket(
        Filing filing,
        Where where,
        Classification classification,
        Responsibility responsibility,
        Deadlines deadlines,
        Progress progress,
        TicketEvent.Chain chain,
        long version) {

    /** The rules of the day that a decision needs. */
    public record Rules(Instant now, WorkingCalendar calendar, DeadlinePolicy policy) {}

    /** The first moment: filed, its deadlines running. */
    public static Moved file(Ticket draft, Actor by, Rules rules) {
        return draft.moved(by, by.parts(), Order.plain(Move.SUBMIT, null), null, Stage.SUBMITTED, rules);
    }

    /** The ticket after a move, or a {@link Refusal} that leaves it as it was. */
    public Moved move(Order order, Actor by, Rules rules) {
        Flow.Step step = Flow.step(progress.stage(), order.move()).orElseThrow(() -> refused(order.move()));
        if (by.parts().stream().noneMatch(step.who()::contains)) {
            throw Refusal.notYours(
                    "MOVE_NOT_YOURS", "您不能对这件诉求进行“%s”".formatted(order.move().chinese()));
        }
        requireNote(order);
        check(order, by, rules);
        return effectOf(order, by, rules).moved(by, step.who(), order, progress.stage(), step.to(), rules);
    }

    /** The moves that are open to somebody now. */
    public List<Move> openTo(Set<Part> parts) {
        return Flow.open(progress.stage(), parts);
    }

    /** All running deadlines counted again on another calendar; nothing if none of them changes. */
    public @Nullable Moved replan(Rules rules) {
        Deadlines again = deadlines.replanned(rules.calendar());
        if (again.equals(deadlines)) {
            return null;
        }
        Actor clock = new Actor(AccountId.SYSTEM, Part.SYSTEM.chinese(), EnumSet.of(Part.SYSTEM));
        TreeMap<String, String> facts = new TreeMap<>();
        facts.put("calendarVersion", Integer.toString(rules.calendar().version()));
        String note = "节假日安排已公布，时限按新日历重新计算";
        TicketEvent event = TicketEvent.of(
                chain, rules.now(), clock, Part.SYSTEM, Move.REPLAN, progress.stage(), progress.stage(), note, facts);
        return new Moved(this, with(again).hangingOn(event), event, rules, false);
    }

    private Refusal refused(Move move) {
        return Refusal.conflict(
                "MOVE_REFUSED", "这件诉求现在是“%s”，不能%s".formatted(progress.stage().chinese(), move.chinese()));
    }

    private static void requireNote(Order order) {
        if (order.move().needsNote() && (order.note() == null || order.note().isBlank())) {
            throw Refusal.invalid(
                    new Fault("note", "“%s”需要写明原因或内容".formatted(order.move().chinese())));
        }
    }

    public Stage stage() {
        return progress.stage();
    }

    public TicketNo no() {
        return filing.no();
    }

    /** A danger to people that nobody has done away with yet. */
    public boolean isHazard() {
        return classification.isHazard() && progress.stage().isOpen();
    }

    /** As it is once it has been kept: one version on. */
    public Ticket saved() {
        return new Ticket(filing, where, classification, responsibility, deadlines, progress, chain, version + 1);
    }

    /** What the table of stages cannot say. */
    private void check(Order order, Actor by, Rules rules) {
        switch (order.move()) {
            case CLASSIFY -> {
                if (order.category() == null && classification.category() == null) {
                    throw Refusal.invalid(new Fault("category", "请选择分类"));
                }
            }
            case DISPATCH, ESCALATE, CO_HANDLE -> requireUnit(order);
            case REPLY -> requireSomebodyToAnswer(order);
            case PAUSE -> {
                if (deadlines.anyPaused()) {
                    throw Refusal.conflict("ALREADY_PAUSED", "计时已经暂停");
                }
                if (!deadlines.anyPausable(rules.policy())) {
                    throw Refusal.conflict("NOTHING_TO_PAUSE", "没有可以暂停的时限；紧急事项不能暂停");
                }
            }
            case RESUME -> {
                if (!deadlines.anyPaused()) {
                    throw Refusal.conflict("NOT_PAUSED", "计时没有暂停");
                }
            }
            case EXTEND -> requireExtension(order);
            case REOPEN -> requireWindow(by, rules);
            case NUDGE -> requirePatience(rules);
            case CALLBACK -> {
                if (progress.rated()) {
                    throw Refusal.conflict("ALREADY_RATED", "这次答复已经评价过了，谢谢您");
                }
            }
            default -> {}
        }
    }

    private void requireUnit(Order order) {
        if (order.unit() == null) {
            throw Refusal.invalid(new Fault("unitId", "请选择承办单位"));
        }
        if (order.unit().equals(responsibility.holder())) {
            throw Refusal.conflict("ALREADY_THERE", "这件诉求已经在该单位");
        }
    }

    /** No answer without a unit that stands by it. */
    private void requireSomebodyToAnswer(Order order) {
        if (responsibility.firstReceiver() == null && order.unit() == null) {
            throw Refusal.invalid(new Fault("unitId", "请选择承办单位"));
        }
    }

    private void requireExtension(Order order) {
        if (order.days() < 1 || order.days() > 30) {
            throw Refusal.invalid(new Fault("days", "延期天数应为1至30个工作日"));
        }
        if (deadlines.extendable(order.deadlineKind()).isEmpty()) {
            throw Refusal.conflict("NOTHING_TO_EXTEND", "没有可以延期的时限；按小时计的时限不能延期");
        }
    }

    private void requireWindow(Actor by, Rules rules) {
        boolean onlyReporter = by.parts().equals(EnumSet.of(Part.REPORTER));
        Instant ended = progress.endedAt();
        Duration window = Duration.ofDays(rules.policy().current().reopenWindowDays());
        if (onlyReporter && ended != null && rules.now().isAfter(ended.plus(window))) {
            throw Refusal.conflict("REOPEN_WINDOW_CLOSED", "归档已超过%d天，请重新提交一件诉求".formatted(window.toDays()));
        }
    }

    private void requirePatience(Rules rules) {
        Instant last = progress.nudgedAt();
        if (last == null) {
            return;
        }
        Instant welcome = last.plus(Duration.ofHours(rules.policy().current().nudgeEveryHours()));
        if (rules.now().isBefore(welcome)) {
            Duration wait = Duration.between(rules.now(), welcome);
            throw Refusal.tooOften("NUDGE_TOO_OFTEN", "刚刚催办过，承办单位已经收到，请稍后再催", wait);
        }
    }

    private Ticket effectOf(Order order, Actor by, Rules rules) {
        Responsibility now = responsibility;
        return switch (order.move()) {
            case CLASSIFY -> classified(order);
            case DISPATCH, ESCALATE -> with(now.receivedBy(unitOf(order)));
            case ACCEPT -> with(now.acceptedBy(by.id()));
            case RETURN -> with(now.returned());
            case CO_HANDLE -> with(now.helpedBy(unitOf(order)));
            case EXTEND -> extended(order, rules);
            case REPLY -> answered(order);
            case SUPERVISE -> with(progress.underSupervision());
            case REOPEN -> with(progress.reopened());
            case NUDGE -> with(progress.nudged(rules.now()));
            case CALLBACK -> with(progress.ratedNow());
            case ARCHIVE, WITHDRAW -> with(progress.ended(rules.now()));
            default -> this;
        };
    }

    private Ticket extended(Order order, Rules rules) {
        Deadline which = deadlines.extendable(order.deadlineKind()).orElseThrow();
        return with(deadlines.extended(which, order.days(), rules.calendar()));
    }

    /** Settled on the spot by the community itself: whoever answers for the matter there is its first receiver. */
    private Ticket answered(Order order) {
        boolean nobodyYet = responsibility.firstReceiver() == null && order.unit() != null;
        Ticket held = nobodyYet ? with(responsibility.receivedBy(unitOf(order))) : this;
        return held.with(held.progress.answered(order.note()));
    }

    private static UnitId unitOf(Order order) {
        if (order.unit() == null) {
            throw new IllegalStateException("checked before: a unit is named");
        }
        return order.unit();
    }

    private Ticket classified(Order order) {
        Classification is = classification;
        Classification next = new Classification(
                order.category() == null ? is.category() : order.category(),
                order.urgency() == null ? is.urgency() : order.urgency(),
                order.handlingKind() == null ? is.handlingKind() : order.handlingKind(),
                order.colour() == null ? is.colour() : order.colour());
        return with(next, order.where() == null ? where : order.where());
    }

    private Moved moved(Actor by, Set<Part> allowed, Order order, @Nullable Stage from, Stage to, Rules rules) {
        TicketEvent event = TicketEvent.of(
                chain, rules.now(), by, by.actingAs(allowed), order.move(), from, to, order.note(), factsOf(order));
        Deadlines next = deadlines.after(new Deadlines.Circumstances(
                order.move(),
                rules.now(),
                filing.at(),
                classification,
                rules.policy(),
                rules.calendar(),
                order.days()));
        return new Moved(this, with(progress.in(to)).with(next).hangingOn(event), event, rules, order.silent());
    }

    private TreeMap<String, String> factsOf(Order order) {
        TreeMap<String, String> facts = new TreeMap<>();
        putIfThere(facts, "unit", order.unit());
        putIfThere(facts, "category", order.move() == Move.CLASSIFY ? classification.category() : null);
        putIfThere(facts, "urgency", order.move() == Move.CLASSIFY ? classification.urgency() : null);
        putIfThere(facts, "handlingKind", order.handlingKind());
        putIfThere(facts, "colour", order.colour());
        putIfThere(facts, "place", order.where() == null ? null : where.place());
        putIfThere(facts, "deadline", order.deadline());
        putIfThere(facts, "days", order.days() > 0 ? order.days() : null);
        putIfThere(facts, "silent", order.silent() ? "true" : null);
        if (order.move() == Move.SUBMIT) {
            facts.put("channel", filing.channel().name());
            facts.put("descriptionDigest", TicketEvent.digest(filing.description()));
        }
        return facts;
    }

    private static void putIfThere(TreeMap<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
    }

    private Ticket with(Responsibility next) {
        return new Ticket(filing, where, classification, next, deadlines, progress, chain, version);
    }

    private Ticket with(Classification next, Where there) {
        return new Ticket(filing, there, next, responsibility, deadlines, progress, chain, version);
    }

    private Ticket with(Deadlines next) {
        return new Ticket(filing, where, classification, responsibility, next, progress, chain, version);
    }

    private Ticket with(Progress next) {
        return new Ticket(filing, where, classification, responsibility, deadlines, next, chain, version);
    }

    private Ticket hangingOn(TicketEvent event) {
        return new Ticket(
                filing, where, classification, responsibility, deadlines, progress, chain.plus(event), version);
    }
}
