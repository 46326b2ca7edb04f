package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.oversight.store.Draws;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A draw as messages know it, by street and month: for the street's supervisors, as long as a check of it is to be made. */
@Component
class DrawSubject implements Subject {

    static final String KIND = "spot-draw";

    /** As WeChat's time fields take it. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private static final Standing DONE = new Gone("all its checks are made");

    private final Draws draws;
    private final Community community;
    private final Staff staff;

    DrawSubject(Draws draws, Community community, Staff staff) {
        this.draws = draws;
        this.community = community;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        String[] parts = message.subjectId().split("/", -1);
        YearMonth month = YearMonth.parse(parts[1]);
        PlacePath street = PlacePath.root(new PlaceId(parts[0]));
        return draws.states(parts[0], month)
                .map(states -> states.getOrDefault("DRAWN", 0) + states.getOrDefault("ASSIGNED", 0))
                .filter(open -> open > 0)
                .flatMap(open -> staff.nearest(Role.SUPERVISOR, street)
                        .<Standing>map(supervisors -> new Stands(supervisors, facts(street, month, open))))
                .defaultIfEmpty(DONE);
    }

    private Map<String, String> facts(PlacePath street, YearMonth month, int open) {
        return Map.of(
                "place", community.atlas().inWords(street),
                "placePath", street.value(),
                "period", DAY.format(month.atDay(1)) + "~" + DAY.format(month.atEndOfMonth()),
                "count", Integer.toString(open));
    }
}
