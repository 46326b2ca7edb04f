package cn.huiyin.oversight;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.oversight.domain.Rules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is promised with each step of a notice: whoever must act hears of it, is reminded, and then the street hears of it. */
@Component
class RectificationNotices {

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
        WorkingCalendar calendar = calendars.current();
        List<Notice> notices = new ArrayList<>();
        notices.add(said(fact, occasion, null));
        Instant before = calendar.workingDaysBefore(dueAt, rules.remindBefore());
        if (rules.remindBefore() > 0 && before.isAfter(now)) {
            notices.add(limit(fact, "RECTIFY_DUE", "before", before));
        }
        notices.add(limit(fact, "RECTIFY_DUE", "due", calendar.openOf(day(dueAt))));
        notices.add(
                limit(fact, "RECTIFY_OVERDUE", "overdue", calendar.openOf(day(calendar.workingDaysAfter(dueAt, 1)))));
        notices.add(limit(
                fact,
                "RECTIFY_STREET",
                "street",
                calendar.openOf(day(calendar.workingDaysAfter(dueAt, rules.streetAfter())))));
        return notices;
    }

    private static java.time.LocalDate day(Instant moment) {
        return moment.atZone(WorkingCalendar.ZONE).toLocalDate();
    }

    /** @param recipient null for the community's dispatcher */
    Notice said(Fact fact, String occasion, @Nullable AccountId recipient) {
        return notice(fact, occasion, "said/v" + fact.version(), recipient, null);
    }

    private static Notice limit(Fact fact, String occasion, String step, Instant at) {
        return notice(fact, occasion, "limit/v%d/%s".formatted(fact.version(), step), null, at);
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
