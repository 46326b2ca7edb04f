package cn.huiyin.calendar.notice;

import cn.huiyin.audit.Audit;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.calendar.notice.ImportedNotice.Change;
import cn.huiyin.calendar.spi.CalendarFollower;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.identity.AccountId;
import cn.huiyin.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.ObjectMapper;

/** Takes a year's notice in: kept, followed and witnessed in one transaction, and seen here at once. */
@Component
class NoticeDesk {

    private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);

    private final Notices notices;
    private final Snapshot<WorkingCalendar> calendar;
    private final ObjectProvider<CalendarFollower> followers;
    private final Audit audit;
    private final Repeats repeats;
    private final TransactionalOperator transaction;
    private final ObjectMapper json;

    NoticeDesk(
            Notices notices,
            Snapshot<WorkingCalendar> calendar,
            ObjectProvider<CalendarFollower> followers,
            Audit audit,
            Repeats repeats,
            TransactionalOperator transaction,
            ObjectMapper json) {
        this.notices = notices;
        this.calendar = calendar;
        this.followers = followers;
        this.audit = audit;
        this.repeats = repeats;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * Replaces the year's former notice, if there is one. Once begun it is finished, though the client may have left; asked
     * for again, it gives the same answer.
     */
    Mono<Answer> take(YearNotice notice, Repeat repeat) {
        return repeats.once(
                repeat,
                () -> notices.lock()
                        .then(notices.read())
                        .flatMap(before -> keep(notice, before, repeat))
                        .as(transaction::transactional)
                        .flatMap(this::show));
    }

    private Mono<Answer> keep(YearNotice notice, WorkingCalendar before, Repeat repeat) {
        return notices.keep(notice, before.version() + 1, new AccountId(repeat.caller()))
                .then(notices.read())
                .flatMap(now -> follow(notice, before, now))
                .flatMap(imported -> witness(imported, repeat).thenReturn(imported))
                .map(this::answer)
                .flatMap(answer -> repeats.keep(repeat, answer).thenReturn(answer));
    }

    private Mono<ImportedNotice> follow(YearNotice notice, WorkingCalendar before, WorkingCalendar now) {
        List<Change> changes = changes(notice.year(), before, now);
        int fromYear = changes.isEmpty()
                ? notice.year()
                : Math.min(notice.year(), changes.get(0).date().getYear());
        return Flux.fromStream(followers::orderedStream)
                .concatMap(follower -> follower.replan(now, fromYear))
                .reduce(0, Integer::sum)
                .map(replanned -> new ImportedNotice(
                        notice.year(),
                        now.version(),
                        notice.source(),
                        notice.days().size(),
                        changes,
                        replanned));
    }

    /** A notice, old or new, speaks of its year and the adjoining weeks. */
    private static List<Change> changes(int year, WorkingCalendar before, WorkingCalendar now) {
        return LocalDate.of(year, 1, 1)
                .minusDays(7)
                .datesUntil(LocalDate.of(year, 12, 31).plusDays(8))
                .filter(day -> before.isWorkingDay(day) != now.isWorkingDay(day))
                .map(day -> new Change(day, now.isWorkingDay(day)))
                .toList();
    }

    private Mono<Void> witness(ImportedNotice imported, Repeat repeat) {
        Map<String, Object> facts = Map.of(
                "version", imported.version(),
                "source", imported.source(),
                "days", imported.days(),
                "changes", imported.changes(),
                "replanned", imported.replanned());
        return audit.append("CALENDAR_NOTICE_IMPORTED", repeat.caller(), "calendar/" + imported.year(), facts);
    }

    private Answer answer(ImportedNotice imported) {
        return new Answer(201, "/api/v1/calendar/" + imported.year(), null, json.writeValueAsString(imported));
    }

    /** The notice is kept by now: if it can't be read here at once, it will be when the version is next looked at. */
    private Mono<Answer> show(Answer answer) {
        return calendar.refresh()
                .doOnError(away -> log.warn("the new notice is not seen here yet", away))
                .onErrorComplete()
                .thenReturn(answer);
    }
}
