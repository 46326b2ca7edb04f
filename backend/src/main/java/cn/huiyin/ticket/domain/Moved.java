package cn.huiyin.ticket.domain;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.messaging.Notice;
import cn.huiyin.ticket.domain.Ticket.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a move comes to: the ticket before and after it, its line in the timeline, and — derived from these — what must be
 * said, when, and what is no longer to be said.
 *
 * @param silent the one who moved asked that the resident not be told
 */
public record Moved(Ticket before, Ticket after, TicketEvent event, Rules rules, boolean silent) {

    /** The outbox knows tickets by this word. */
    public static final String SUBJECT = "ticket";

    /** The deadlines that are new or have changed. */
    public List<Deadline> changedDeadlines() {
        return after.deadlines().all().stream()
                .filter(deadline -> !before.deadlines().all().contains(deadline))
                .toList();
    }

    /** Everything that must be said because of the move. */
    public List<Notice> notices() {
        List<Notice> all = new ArrayList<>(tidings());
        changedDeadlines().forEach(deadline -> all.addAll(reminders(after, deadline, rules)));
        return all;
    }

    /** Beginnings of the keys of what waits and is no longer true. */
    public List<String> withdrawn() {
        List<String> prefixes = new ArrayList<>();
        changedDeadlines().stream()
                .filter(deadline -> deadline.version() > 1)
                .map(deadline -> keyOf(after, deadline))
                .forEach(prefixes::add);
        if (event.move() == Move.CALLBACK || event.move() == Move.REOPEN) {
            prefixes.add("ticket/" + after.no() + "/c/");
        }
        return prefixes;
    }

    /** What is to be said of a running deadline; nothing of one that is paused or over. */
    public static List<Notice> reminders(Ticket ticket, Deadline deadline, Rules rules) {
        if (!deadline.isRunning() || deadline.pausedSince() != null) {
            return List.of();
        }
        return rules.policy().version(deadline.policyVersion()).reminders().stream()
                .filter(step -> step.limits().contains(deadline.unit()))
                .map(step -> reminder(ticket, deadline, step, rules.calendar()))
                .toList();
    }

    private static Notice reminder(Ticket ticket, Deadline deadline, ReminderStep step, WorkingCalendar calendar) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("rule", deadline.rule());
        facts.put("round", Integer.toString(deadline.round()));
        facts.put("version", Integer.toString(deadline.version()));
        facts.put("kind", deadline.kind().chinese());
        facts.put("step", step.id());
        facts.put("to", names(step.audience()));
        String key = keyOf(ticket, deadline) + "v" + deadline.version() + "/" + step.id();
        return notice(ticket, step.occasion(), key, when(step, deadline.dueAt(), calendar), facts);
    }

    private static String keyOf(Ticket ticket, Deadline deadline) {
        return "ticket/" + ticket.no() + "/d/" + deadline.rule() + "/" + deadline.round() + "/";
    }

    private static Instant when(ReminderStep step, Instant due, WorkingCalendar calendar) {
        int offset = step.offset();
        if (offset == 0) {
            return due;
        }
        if (step.unit() == LimitUnit.HOURS) {
            return due.plus(Duration.ofHours(offset));
        }
        return offset < 0 ? calendar.workingDaysBefore(due, -offset) : calendar.workingDaysAfter(due, offset);
    }

    private List<Notice> tidings() {
        return Tiding.TABLE.stream()
                .filter(tiding -> tiding.move() == event.move())
                .filter(tiding -> !(silent && tiding.when() == Tiding.When.UNLESS_SILENT))
                .map(this::told)
                .toList();
    }

    private Notice told(Tiding tiding) {
        Map<String, String> facts = new TreeMap<>(event.facts());
        facts.put("to", names(tiding.audience()));
        facts.put("note", event.note() == null ? "" : event.note());
        facts.put("seq", Integer.toString(event.seq()));
        facts.put("round", Integer.toString(after.progress().round()));
        facts.put("why", event.move().chinese());
        boolean callback = tiding.occasion().startsWith("CALLBACK_");
        String key = "ticket/" + after.no() + (callback ? "/c/" : "/e/") + event.seq() + "/" + tiding.occasion() + "/"
                + names(tiding.audience());
        return notice(after, tiding.occasion(), key, when(tiding), facts);
    }

    private Instant when(Tiding tiding) {
        DeadlinePolicy.Version policy = rules.policy().current();
        return switch (tiding.when()) {
            case AT_ONCE, UNLESS_SILENT -> event.at();
            case CALLBACK_REMINDER -> rules.calendar().workingDaysAfter(event.at(), policy.callbackReminderDays());
            case CALLBACK_VISIT -> rules.calendar().workingDaysAfter(event.at(), policy.callbackVisitDays());
        };
    }

    private static Notice notice(
            Ticket ticket, String occasion, String key, Instant notBefore, Map<String, String> facts) {
        boolean toReporter = Part.REPORTER.name().equals(facts.get("to"));
        return new Notice(
                occasion,
                key,
                ticket.where().path().street().value(),
                SUBJECT,
                ticket.no().value(),
                toReporter ? ticket.filing().reporter() : null,
                notBefore,
                facts);
    }

    private static String names(Set<Part> parts) {
        return parts.stream().sorted().map(Part::name).collect(Collectors.joining(","));
    }
}
