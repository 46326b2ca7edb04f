package cn.huiyin.digest;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.classification.Categories;
import cn.huiyin.classification.Category;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.digest.domain.DigestName;
import cn.huiyin.digest.domain.Figures;
import cn.huiyin.digest.domain.Period;
import cn.huiyin.digest.store.Counting;
import cn.huiyin.digest.store.Digests;
import cn.huiyin.digest.store.Digests.Kept;
import cn.huiyin.digest.store.Digests.Looked;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A digest as messages know it: counted when its time has come, and told to whoever holds the post by then. */
@Component
class DigestSubject implements Subject {

    static final String KIND = "digest";

    private static final Standing TOO_LATE = new Gone("its time has passed");
    private static final Standing NOTHING = new Gone("there is nothing to say");

    private final Digests digests;
    private final Counting counting;
    private final Community community;
    private final Categories categories;
    private final Calendars calendars;
    private final Staff staff;
    private final DigestSettings settings;

    DigestSubject(
            Digests digests,
            Counting counting,
            Community community,
            Categories categories,
            Calendars calendars,
            Staff staff,
            DigestSettings settings) {
        this.digests = digests;
        this.counting = counting;
        this.community = community;
        this.categories = categories;
        this.calendars = calendars;
        this.staff = staff;
        this.settings = settings;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        return Mono.justOrEmpty(DigestName.read(message.subjectId()))
                .flatMap(name ->
                        Mono.justOrEmpty(community.atlas().place(name.place())).flatMap(place -> look(name, place)))
                .defaultIfEmpty(new Gone("there is no such place any more"));
    }

    private Mono<Standing> look(DigestName name, Place place) {
        var period = settings.rhythm().of(name.kind(), name.day(), calendars.current());
        return digests.look(name)
                .flatMap(looked ->
                        looked.now().isBefore(period.until()) ? standing(looked, period, place) : Mono.just(TOO_LATE));
    }

    private Mono<Standing> standing(Looked looked, Period period, Place place) {
        return Mono.justOrEmpty(looked.kept())
                .switchIfEmpty(Mono.defer(() -> count(period, place)))
                .flatMap(kept -> staff.nearest(period.kind().reader(), place.path())
                        .<Standing>map(readers -> new Stands(readers, facts(kept, period, place))))
                .defaultIfEmpty(NOTHING);
    }

    /** Two nodes that count at the same time end up with the same digest: the one that was kept first. */
    private Mono<Kept> count(Period period, Place place) {
        return counting.count(period, place, community.atlas().children(place.id()))
                .filter(Figures::worthTelling)
                .flatMap(figures -> digests.keep(period, place, figures));
    }

    /** What the catalogue's entries of digests are made of. */
    private Map<String, String> facts(Kept kept, Period period, Place place) {
        var facts = new TreeMap<>(kept.figures().facts());
        facts.computeIfPresent(
                "category",
                (fact, code) -> categories.find(code).map(Category::name).orElse(code));
        facts.put("id", Long.toString(kept.id()));
        facts.put("place", place.name());
        facts.put("placePath", place.path().value());
        facts.put("period", period.inWords());
        facts.put("brief", kept.figures().brief());
        return facts;
    }
}
