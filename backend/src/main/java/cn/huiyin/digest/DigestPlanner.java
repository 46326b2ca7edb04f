package cn.huiyin.digest;

import cn.huiyin.background.Loop;
import cn.huiyin.calendar.Calendars;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.digest.domain.DigestName;
import cn.huiyin.digest.domain.Period;
import cn.huiyin.digest.store.Digests;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Promises the digests that are due soon, and those whose time passed a short while ago. Each is promised once, by its
 * name, however many nodes plan and however often.
 */
@Component
public class DigestPlanner extends Loop {

    private static final Duration ONCE_STARTED = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    private final Digests digests;
    private final Outbox outbox;
    private final Community community;
    private final Calendars calendars;
    private final DigestSettings settings;

    /** What this node has promised of the periods at hand: saves asking each time. */
    private final Set<String> promised = ConcurrentHashMap.newKeySet();

    DigestPlanner(Digests digests, Outbox outbox, Community community, Calendars calendars, DigestSettings settings) {
        super("digests could not be planned", ONCE_STARTED, settings.planEvery());
        this.digests = digests;
        this.outbox = outbox;
        this.community = community;
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
        return digests.now().flatMap(now -> promise(settings.rhythm().toPlan(now, calendars.current())));
    }

    private Mono<Integer> promise(List<Period> periods) {
        var wanted = periods.stream().flatMap(this::notices).toList();
        promised.retainAll(wanted.stream().map(Notice::dedupKey).collect(Collectors.toSet()));
        return Flux.fromIterable(wanted)
                .filter(notice -> !promised.contains(notice.dedupKey()))
                .buffer(AT_ONCE)
                .concatMap(this::append)
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> append(List<Notice> notices) {
        return outbox.append(notices).doOnNext(kept -> notices.forEach(notice -> promised.add(notice.dedupKey())));
    }

    private Stream<Notice> notices(Period period) {
        return community.atlas().places().stream()
                .filter(place -> place.kind() == period.kind().of())
                .map(place -> notice(place, period));
    }

    private static Notice notice(Place place, Period period) {
        var name = new DigestName(period.kind(), place.id(), period.day()).toString();
        return new Notice(
                period.kind().occasion(),
                DigestSubject.KIND + "/" + name,
                place.street().value(),
                DigestSubject.KIND,
                name,
                null,
                period.dueAt(),
                Map.of());
    }
}
