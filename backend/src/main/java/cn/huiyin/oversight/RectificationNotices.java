package cn.huiyin.oversight;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.oversight.domain.Rules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is promised with each step of a notice: whoever must act hears of it, is reminded, and then the street hears of it. */
@Component
class RectificationNotices {

    private static final String BEFORE = "before";
    private static final String DUE = "due";
    private static final Set<String> REMINDERS = Set.of(BEFORE, DUE);

    private final Calendars calendars;

    RectificationNotices(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Which notice, as it is from this version on. */
    record Fact(String no, String path, int version) {}

    Instant due(Instant from, int days) {
        return calendars.current().workingDaysAfter(from, days);
    }

    /** A limit begins. */
    List<Notice> begun(Fact fact, String occasion, Instant now, Instant dueAt, Rules rules) {
        return Stream.concat(
                        Stream.of(said(fact, occasion, null)),
                        steps(calendars.current(), dueAt, rules).stream()
                                .filter(step ->
                                        !step.key().equals(BEFORE) || step.at().isAfter(now))
                                .map(step -> limit(fact, step)))
                .toList();
    }

    /** A limit ends on another day, for the calendar changed: what was told by the old one is not told again. */
    List<Notice> replanned(Fact fact, Instant now, Instant was, Instant dueAt, WorkingCalendar calendar, Rules rules) {
        Map<String, Instant> planned =
                steps(calendars.current(), was, rules).stream().collect(Collectors.toMap(Step::key, Step::at));
        return Stream.concat(
                        Stream.of(said(fact, "RECTIFY_REPLANNED", null)),
                        steps(calendar, dueAt, rules).stream()
                                .filter(step -> isStillToCome(step, now, planned.get(step.key()), dueAt))
                                .map(step -> limit(fact, step)))
                .toList();
    }

    private static boolean isStillToCome(Step step, Instant now, @Nullable Instant was, Instant dueAt) {
        boolean told = was != null && !was.isAfter(now);
        return step.at().isAfter(now) || (!told && !REMINDERS.contains(step.key()) && now.isAfter(dueAt));
    }

    /** What is said of a limit, and when. */
    private record Step(String occasion, String key, Instant at) {}

    private static List<Step> steps(WorkingCalendar calendar, Instant dueAt, Rules rules) {
        List<Step> steps = new ArrayList<>();
        if (rules.remindBefore() > 0) {
            steps.add(new Step("RECTIFY_DUE", BEFORE, calendar.workingDaysBefore(dueAt, rules.remindBefore())));
        }
        steps.add(new Step("RECTIFY_DUE", DUE, calendar.openOf(day(dueAt))));
        steps.add(new Step("RECTIFY_OVERDUE", "overdue", opening(calendar, dueAt, 1)));
        steps.add(new Step("RECTIFY_STREET", "street", opening(calendar, dueAt, rules.streetAfter())));
        return steps;
    }

    private static Instant opening(WorkingCalendar calendar, Instant dueAt, int daysAfter) {
        return calendar.openOf(day(calendar.workingDaysAfter(dueAt, daysAfter)));
    }

    private static LocalDate day(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    /** @param recipient null for the community's dispatcher */
    Notice said(Fact fact, String occasion, @Nullable AccountId recipient) {
        return notice(fact, occasion, "said/v" + fact.version(), recipient, null);
    }

    private static Notice limit(Fact fact, Step step) {
        return notice(fact, step.occasion(), "limit/v%d/%s".formatted(fact.version(), step.key()), null, step.at());
    }

    private static Notice notice(
            Fact fact, String occasion, String key, @Nullable AccountId recipient, @Nullable Instant at) {
        return new Notice(
                occasion,
                "rectification/%s/%s".formatted(fact.no(), key),
                new PlacePath(fact.path()).street().value(),
                RectificationSubject.KIND,
                fact.no(),
                recipient,
                at,
                Map.of("v", Integer.toString(fact.version())));
    }
}
