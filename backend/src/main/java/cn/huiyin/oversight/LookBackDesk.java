package cn.huiyin.oversight;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Scope;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.oversight.domain.Rules;
import cn.huiyin.oversight.store.Rectifications;
import cn.huiyin.oversight.store.Rectifications.LookBackRow;
import cn.huiyin.oversight.store.Rectifications.Owed;
import cn.huiyin.oversight.store.RuleRow;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Look-backs 回头看: opened when a quarter is over, once however many nodes look; told to the street's supervisors. */
@Component
public class LookBackDesk implements Subject {

    private static final String KIND = "look-back";
    private static final int SHOWN = 100;

    private final Rectifications notices;
    private final RuleRow rules;
    private final Calendars calendars;
    private final Community community;
    private final Staff staff;
    private final Outbox outbox;

    LookBackDesk(
            Rectifications notices,
            RuleRow rules,
            Calendars calendars,
            Community community,
            Staff staff,
            Outbox outbox) {
        this.notices = notices;
        this.rules = rules;
        this.calendars = calendars;
        this.community = community;
        this.staff = staff;
        this.outbox = outbox;
    }

    /** Opens those of quarters that are over; says how many notices are to be looked at. */
    Mono<Integer> open() {
        return notices.lookBacksDue()
                .collectList()
                .filter(due -> !due.isEmpty())
                .flatMap(due -> rules.read()
                        .flatMapMany(rule ->
                                Mono.just(due).flatMapIterable(all -> all).concatMap(owed -> open(owed, rule)))
                        .reduce(0, Integer::sum))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> open(Owed owed, Rules rule) {
        WorkingCalendar calendar = calendars.current();
        Instant dueAt = calendar.workingDaysAfter(owed.now(), rule.lookBackWithin());
        return notices.open(
                owed,
                dueAt,
                outbox.json(List.of(
                        notice(owed, "LOOK_BACK_OPENED", "opened", owed.now()),
                        notice(owed, "LOOK_BACK_DUE", "before", calendar.workingDaysBefore(dueAt, rule.remindBefore())),
                        notice(
                                owed,
                                "LOOK_BACK_DUE",
                                "overdue",
                                calendar.openOf(calendar.workingDaysAfter(dueAt, 1)
                                        .atZone(WorkingCalendar.ZONE)
                                        .toLocalDate())))));
    }

    private static Notice notice(Owed owed, String occasion, String step, Instant at) {
        String subject = owed.street() + "/" + owed.quarter();
        return new Notice(
                occasion, "look-back/%s/%s".formatted(subject, step), owed.street(), KIND, subject, null, at, Map.of());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        String[] parts = message.subjectId().split("/", -1);
        PlacePath street = PlacePath.root(new PlaceId(parts[0]));
        return notices.lookBacks(new Scope(List.of(parts[0]), List.of(), List.of()), SHOWN)
                .flatMapIterable(all -> all)
                .filter(row -> row.quarter().toString().equals(parts[1]) && row.looked() < row.notices())
                .next()
                .flatMap(row -> staff.nearest(Role.SUPERVISOR, street)
                        .<Standing>map(supervisors -> new Stands(supervisors, facts(street, row))))
                .defaultIfEmpty(new Gone("all its notices were looked at"));
    }

    private Map<String, String> facts(PlacePath street, LookBackRow row) {
        return Map.of(
                "place", community.atlas().inWords(street),
                "placePath", street.value(),
                "count", Integer.toString(row.notices() - row.looked()),
                "due", Days.shown(row.dueAt()));
    }

    /** A look-back and how far it is; {@code quarter} as 2026-Q4. */
    public record LookBackView(
            String streetId, String quarter, Instant openedAt, Instant dueAt, int notices, int looked, int held) {}

    public Mono<List<LookBackView>> list(Caller caller, @Nullable String place) {
        Scope reach = Overseers.scope(caller, EnumSet.of(Role.SUPERVISOR), community, place);
        return notices.lookBacks(reach, SHOWN)
                .map(rows -> rows.stream().map(LookBackDesk::view).toList());
    }

    private static LookBackView view(LookBackRow row) {
        String quarter = row.quarter().getYear() + "-Q" + (1 + (row.quarter().getMonthValue() - 1) / 3);
        return new LookBackView(
                row.street(), quarter, row.openedAt(), row.dueAt(), row.notices(), row.looked(), row.held());
    }
}
