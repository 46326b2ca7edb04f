package cn.huiyin.calendar.notice;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.calendar.notice.ImportedNotice.Change;
import cn.huiyin.calendar.spi.CalendarFollower;
import cn.huiyin.identity.AccountId;
import cn.huiyin.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a year's notice in: kept, followed and witnessed in one transaction, and seen here at once. */
@Component
class NoticeDesk {

    private static final Logger log = LoggerFactory.getLogger(NoticeDesk.class);

    private final Notices notices;
    private final Snapshot<WorkingCalendar> calendar;
    private final ObjectProvider<CalendarFollower> followers;
    private final TransactionalOperator transaction;

    NoticeDesk(
            Notices notices,
            Snapshot<WorkingCalendar> calendar,
            ObjectProvider<CalendarFollower> followers,
            TransactionalOperator transaction) {
        this.notices = notices;
        this.calendar = calendar;
        this.followers = followers;
        this.transaction = transaction;
    }

    /** Replaces the year's former notice, if there is one. Once begun it is finished, though the client may have left. */
    Mono<ImportedNotice> take(YearNotice notice, AccountId by) {
        return finished(notices.lock()
                .then(notices.read())
                .flatMap(before -> keep(notice, by, before))
                .as(transaction::transactional)
                .flatMap(this::show));
    }

    private Mono<ImportedNotice> keep(YearNotice notice, AccountId by, WorkingCalendar before) {
        return notices.keep(notice, before.version() + 1, by)
                .then(notices.read())
                .flatMap(now -> follow(notice, before, now))
                .flatMap(imported -> notices.witness(imported, by).thenReturn(imported));
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

    /** The notice is kept by now: if it can't be read here at once, it will be when the version is next looked at. */
    private Mono<ImportedNotice> show(ImportedNotice imported) {
        return calendar.refresh()
                .doOnError(away -> log.warn("calendar version {} is not seen here yet", imported.version(), away))
                .onErrorComplete()
                .thenReturn(imported);
    }

    /** Not cancelled with its caller; should it then fail, Reactor logs the error that nobody is there to hear. */
    private static <T> Mono<T> finished(Mono<T> begun) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(begun.contextWrite(context).toFuture(), true));
    }
}
