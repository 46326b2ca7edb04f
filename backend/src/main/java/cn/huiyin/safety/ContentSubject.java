package cn.huiyin.safety;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.safety.store.Reviews;
import cn.huiyin.safety.store.Reviews.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Content as messages are about it: they never quote it. */
@Component
class ContentSubject implements Subject {

    static final String KIND = "content";

    private static final Pattern STREET_AND_COMMUNITY = Pattern.compile("^/[^/]+/[^/]+/");
    private static final Set<String> FOR_REVIEWERS = Set.of("CONTENT_REVIEW", "CONTENT_RISKY");

    /** What the thing is called that the words belong to. */
    private static final Map<String, String> ABOUT = Map.of(
            "ticket", "诉求 %s",
            "visit", "预约 %s",
            "visit-record", "一次走访的记录",
            "visit-card", "一张需求卡",
            "visit-notice", "一张走访告知",
            "care", "一户的服务计划");

    private final Reviews reviews;
    private final Staff staff;

    ContentSubject(Reviews reviews, Staff staff) {
        this.reviews = reviews;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return reviews.find(Long.parseLong(message.subjectId()))
                .flatMap(item -> standing(item, message))
                .defaultIfEmpty(new Standing.Gone("没有这段内容"));
    }

    private Mono<Standing> standing(Item item, Waiting message) {
        if (!FOR_REVIEWERS.contains(message.occasion())) {
            return Mono.just(new Standing.Stands(List.of(new AccountId(item.author())), facts(item, message)));
        }
        if (!item.isOpen()) {
            return Mono.just(new Standing.Gone("已核对"));
        }
        return staff.holders(Role.DISPATCHER, new PlacePath(item.place()))
                .map(people -> new Standing.Stands(people, facts(item, message)));
    }

    private static Map<String, String> facts(Item item, Waiting message) {
        Map<String, String> facts = new TreeMap<>(message.facts());
        facts.put("id", Long.toString(item.id()));
        facts.put("no", item.subjectId());
        facts.put("about", ABOUT.getOrDefault(item.subjectKind(), "一处内容").formatted(item.subjectId()));
        facts.put("kind", item.kind().chinese());
        facts.put("placePath", communityOf(item.place()));
        return facts;
    }

    /** Tasks of a grid go to its grid worker too; to decide about content is a matter of the community. */
    private static String communityOf(String place) {
        Matcher community = STREET_AND_COMMUNITY.matcher(place);
        return community.find() ? community.group() : place;
    }
}
