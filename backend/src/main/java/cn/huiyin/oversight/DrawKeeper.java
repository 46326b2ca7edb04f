package cn.huiyin.oversight;

import cn.huiyin.background.Loop;
import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.Community;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.oversight.domain.Rules;
import cn.huiyin.oversight.store.Draws;
import cn.huiyin.oversight.store.Draws.Due;
import cn.huiyin.oversight.store.RuleRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Promises the draw of each street and month before the month is over, and makes it after; opens look-backs when a quarter is
 * over. Each is promised, made and opened once, however many nodes look: its row is the lock.
 */
@Component
public class DrawKeeper extends Loop {

    private static final Duration ONCE_STARTED = Duration.ofSeconds(10);

    private final Draws draws;
    private final RuleRow rules;
    private final Secrets secrets;
    private final Community community;
    private final Calendars calendars;
    private final Outbox outbox;
    private final LookBackDesk lookBacks;
    private final boolean enabled;

    DrawKeeper(
            Draws draws,
            RuleRow rules,
            Secrets secrets,
            Community community,
            Calendars calendars,
            Outbox outbox,
            LookBackDesk lookBacks,
            OversightSettings settings) {
        super("spot checks could not be drawn", ONCE_STARTED, settings.lookEvery());
        this.draws = draws;
        this.rules = rules;
        this.secrets = secrets;
        this.community = community;
        this.calendars = calendars;
        this.outbox = outbox;
        this.lookBacks = lookBacks;
        this.enabled = settings.enabled();
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    protected Mono<?> round() {
        return keep();
    }

    /** Promises and draws what is due, and opens look-backs; says how many visits were drawn. */
    public Mono<Integer> keep() {
        return promise()
                .then(Mono.defer(this::draw))
                .flatMap(drawn -> lookBacks.open().thenReturn(drawn));
    }

    private Mono<Void> promise() {
        List<String> streets = community.atlas().streets().stream()
                .map(street -> street.id().value())
                .toList();
        return draws.unpromised(streets)
                .collectList()
                .flatMapIterable(all -> all)
                .concatMap(draw -> {
                    String secret = secrets.fresh();
                    return draws.promise(draw, secret, Secrets.commitment(secret));
                })
                .then();
    }

    private Mono<Integer> draw() {
        return draws.due()
                .collectList()
                .filter(due -> !due.isEmpty())
                .flatMap(due -> rules.read()
                        .flatMapMany(rule ->
                                Mono.just(due).flatMapIterable(all -> all).concatMap(draw -> make(draw, rule)))
                        .reduce(0, Integer::sum))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> make(Due draw, Rules rule) {
        Instant dueAt = calendars.current().workingDaysAfter(draw.now(), rule.checkWithin());
        return draws.make(draw, dueAt, outbox.json(notices(draw, dueAt, rule)));
    }

    /** At once, some days before the checks should be made, and when that is past. */
    private List<Notice> notices(Due draw, Instant dueAt, Rules rule) {
        WorkingCalendar calendar = calendars.current();
        return List.of(
                notice(draw, "SPOT_CHECKS_DRAWN", "drawn", draw.now()),
                notice(draw, "SPOT_CHECKS_OPEN", "before", calendar.workingDaysBefore(dueAt, rule.remindBefore())),
                notice(
                        draw,
                        "SPOT_CHECKS_OPEN",
                        "overdue",
                        calendar.openOf(calendar.workingDayOnOrAfter(
                                dueAt.atZone(WorkingCalendar.ZONE).toLocalDate().plusDays(1)))));
    }

    private static Notice notice(Due draw, String occasion, String step, Instant at) {
        String subject = draw.street() + "/" + draw.month();
        return new Notice(
                occasion,
                "spot-draw/" + subject + "/" + step,
                draw.street(),
                DrawSubject.KIND,
                subject,
                null,
                at,
                Map.of());
    }
}
