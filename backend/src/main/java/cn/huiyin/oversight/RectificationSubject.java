package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.oversight.domain.Rectification;
import cn.huiyin.oversight.domain.RectificationState;
import cn.huiyin.oversight.store.Rectifications;
import cn.huiyin.oversight.store.Rectifications.Stored;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A rectification notice as messages know it, by its number; looked at again just before each message leaves. */
@Component
class RectificationSubject implements Subject {

    static final String KIND = "rectification";

    private static final Standing OVER = new Gone("it is no longer so");

    private final Rectifications notices;
    private final Community community;
    private final Staff staff;

    RectificationSubject(Rectifications notices, Community community, Staff staff) {
        this.notices = notices;
        this.community = community;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return notices.find(message.subjectId())
                .filter(stored -> holds(message.occasion(), stored))
                .flatMap(stored -> audience(message.occasion(), stored.notice())
                        .<Standing>map(audience -> new Stands(audience, facts(stored.notice()))))
                .defaultIfEmpty(OVER);
    }

    private static boolean holds(String occasion, Stored stored) {
        Rectification notice = stored.notice();
        return switch (occasion) {
            case "RECTIFY_ANSWERED" -> notice.state() == RectificationState.ANSWERED;
            case "RECTIFY_ACCEPTED" -> notice.state() == RectificationState.ACCEPTED;
            case "RECTIFY_OVERDUE", "RECTIFY_STREET" ->
                notice.state().owed() && stored.now().isAfter(notice.dueAt());
            default -> notice.state().owed();
        };
    }

    private Mono<List<AccountId>> audience(String occasion, Rectification notice) {
        PlacePath there = new PlacePath(notice.path());
        return switch (occasion) {
            // names its recipient itself
            case "RECTIFY_ANSWERED" -> Mono.just(List.of());
            case "RECTIFY_OVERDUE" ->
                staff.nearest(Role.DISPATCHER, there)
                        .map(all -> Stream.concat(all.stream(), Stream.of(new AccountId(notice.issuedBy())))
                                .distinct()
                                .toList());
            case "RECTIFY_STREET" -> street(PlacePath.root(there.street()));
            default -> staff.nearest(Role.DISPATCHER, there);
        };
    }

    private Mono<List<AccountId>> street(PlacePath street) {
        return staff.holders(Role.SUPERVISOR, street)
                .flatMap(supervisors -> staff.holders(Role.DISPATCHER, street)
                        .map(dispatchers -> Stream.concat(supervisors.stream(), dispatchers.stream())
                                .distinct()
                                .toList()));
    }

    private Map<String, String> facts(Rectification notice) {
        PlacePath there = new PlacePath(notice.path());
        return Map.of(
                "no", notice.no(),
                "place", community.atlas().inWords(there),
                "placePath", there.value(),
                "due", Days.shown(notice.dueAt()));
    }
}
