package cn.huiyin.care;

import cn.huiyin.background.Loop;
import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.care.store.CareLists;
import cn.huiyin.care.store.CareLists.Without;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reminds the dispatcher, each working day, of the special households of a community that have no specialist: one message for
 * all of them, promised once by its day however many nodes plan it.
 */
@Component
public class CarePlanner extends Loop {

    private static final Duration ONCE_STARTED = Duration.ofSeconds(20);

    private final CareLists lists;
    private final Outbox outbox;
    private final Calendars calendars;
    private final CareSettings settings;

    CarePlanner(CareLists lists, Outbox outbox, Calendars calendars, CareSettings settings) {
        super("reminders of missing specialists could not be planned", ONCE_STARTED, settings.planEvery());
        this.lists = lists;
        this.outbox = outbox;
        this.calendars = calendars;
        this.settings = settings;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }

    @Override
    protected Mono<?> round() {
        return plan();
    }

    /** Says how many were new. */
    public Mono<Integer> plan() {
        return lists.today()
                .filter(calendars.current()::isWorkingDay)
                .flatMap(today -> lists.without(null)
                        .map(left -> notice(left, today))
                        .collectList()
                        .filter(notices -> !notices.isEmpty())
                        .flatMap(outbox::append))
                .defaultIfEmpty(0);
    }

    private Notice notice(Without left, LocalDate today) {
        String subject = CareSubject.OF_COMMUNITY + left.community() + "/" + today;
        return new Notice(
                "CARE_UNASSIGNED",
                "care/" + subject,
                left.street(),
                CareSubject.KIND,
                subject,
                null,
                today.atTime(settings.at()).atZone(WorkingCalendar.ZONE).toInstant(),
                Map.of());
    }
}
