package cn.huiyin.oversight;

import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.spi.CalendarFollower;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.oversight.RectificationNotices.Fact;
import cn.huiyin.oversight.domain.Rectification;
import cn.huiyin.oversight.domain.Rules;
import cn.huiyin.oversight.store.Rectifications;
import cn.huiyin.oversight.store.Rectifications.Running;
import cn.huiyin.oversight.store.RuleRow;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** When a year's holidays are announced, every limit of a rectification that runs is counted again, and the community is told. */
@Component
class RectificationReplanning implements CalendarFollower {

    private static final int PAGE = 200;

    private final Rectifications notices;
    private final RectificationNotices told;
    private final RuleRow rules;
    private final Outbox outbox;

    RectificationReplanning(Rectifications notices, RectificationNotices told, RuleRow rules, Outbox outbox) {
        this.notices = notices;
        this.told = told;
        this.rules = rules;
        this.outbox = outbox;
    }

    /** Within the transaction that keeps the notice. */
    @Override
    public Mono<Integer> replan(WorkingCalendar now, int fromYear) {
        return rules.read()
                .flatMap(rule -> page("", now, rule)
                        .expand(last -> last.last() ? Mono.empty() : page(last.no(), now, rule))
                        .map(PageDone::changed)
                        .reduce(0, Integer::sum));
    }

    private record PageDone(String no, boolean last, int changed) {}

    /** Read to its end before the first is changed: it is one connection. */
    private Mono<PageDone> page(String after, WorkingCalendar calendar, Rules rule) {
        return notices.runningAfter(after, PAGE)
                .flatMap(page -> Flux.fromIterable(page)
                        .concatMap(running -> replan(running, calendar, rule))
                        .reduce(0, Integer::sum)
                        .map(changed -> new PageDone(lastOf(page, after), page.isEmpty(), changed)));
    }

    private static String lastOf(List<Running> page, String before) {
        return page.isEmpty() ? before : page.get(page.size() - 1).notice().no();
    }

    private Mono<Integer> replan(Running running, WorkingCalendar calendar, Rules rule) {
        Rectification notice = running.notice();
        Instant dueAt = calendar.workingDaysAfter(running.countsFrom(), notice.days());
        if (dueAt.equals(notice.dueAt())) {
            return Mono.just(0);
        }
        Fact fact = new Fact(notice.no(), notice.path(), notice.version() + 1);
        String anew = outbox.json(told.replanned(fact, running.now(), notice.dueAt(), dueAt, calendar, rule));
        return notices.replan(notice, dueAt, anew).thenReturn(1);
    }
}
