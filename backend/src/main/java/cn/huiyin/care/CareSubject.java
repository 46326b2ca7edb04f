package cn.huiyin.care;

import cn.huiyin.care.domain.Care;
import cn.huiyin.care.store.CareLists;
import cn.huiyin.care.store.CareLists.Without;
import cn.huiyin.care.store.Cares;
import cn.huiyin.care.store.Cares.Stored;
import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Cares as messages are about them: by their household, and communities where somebody has no specialist as
 * {@code community/<id>/<day>}. Looked at again just before each message leaves.
 */
@Component
class CareSubject implements Subject {

    static final String KIND = "care";
    static final String OF_COMMUNITY = "community/";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final Standing OVER = new Gone("it has been done, or is over");

    private final Cares cares;
    private final CareLists lists;
    private final CareViews views;
    private final Community community;
    private final Staff staff;

    CareSubject(Cares cares, CareLists lists, CareViews views, Community community, Staff staff) {
        this.cares = cares;
        this.lists = lists;
        this.views = views;
        this.community = community;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        Mono<Standing> standing = message.subjectId().startsWith(OF_COMMUNITY)
                ? lists.without(message.subjectId().split("/", -1)[1]).next().flatMap(this::without)
                : cares.find(message.subjectId()).flatMap(stored -> ofHousehold(stored, message));
        return standing.defaultIfEmpty(OVER);
    }

    private Mono<Standing> without(Without left) {
        PlacePath there = new PlacePath("/%s/%s/".formatted(left.street(), left.community()));
        return staff.nearest(Role.DISPATCHER, there)
                .map(dispatchers -> new Stands(
                        dispatchers,
                        Map.of(
                                "place", community.atlas().inWords(there),
                                "placePath", there.value(),
                                "count", Integer.toString(left.homes()))));
    }

    private Mono<Standing> ofHousehold(Stored stored, Waiting message) {
        Care care = stored.care();
        boolean ended = message.occasion().equals("CARE_ENDED");
        Long specialist = care.specialist();
        if (ended ? care.open() : !care.open() || specialist == null) {
            return Mono.just(OVER);
        }
        return audience(care, stored, message)
                .flatMap(hearers -> views.names(specialist == null ? List.of() : List.of(specialist))
                        .<Standing>map(names -> {
                            Map<String, String> facts = new TreeMap<>(message.facts());
                            facts.put("place", views.place(care) + " " + stored.room());
                            facts.put("placePath", care.path());
                            facts.put("id", care.household());
                            if (care.reviewDue() != null) {
                                facts.put("due", DAY.format(care.reviewDue()));
                            }
                            if (specialist != null) {
                                var contact = names.get(new AccountId(specialist));
                                facts.put("by", contact == null ? "工作人员" : contact.displayName());
                            }
                            return new Stands(hearers, facts);
                        }))
                .defaultIfEmpty(OVER);
    }

    /** Empty where the message is no longer true. */
    private Mono<List<AccountId>> audience(Care care, Stored stored, Waiting message) {
        boolean asPromised = Objects.equals(message.facts().get("day"), String.valueOf(care.reviewDue()));
        AccountId specialist = new AccountId(Objects.requireNonNullElse(care.specialist(), 0L));
        return switch (message.occasion()) {
            case "CARE_REVIEW_DUE" -> asPromised ? Mono.just(List.of(specialist)) : Mono.empty();
            case "CARE_REVIEW_OVERDUE" ->
                asPromised && stored.today().isAfter(Objects.requireNonNull(care.reviewDue()))
                        ? staff.nearest(Role.DISPATCHER, new PlacePath(care.path()))
                        : Mono.empty();
            // the others name their recipient themselves
            default -> Mono.just(List.of());
        };
    }
}
