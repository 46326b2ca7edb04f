package cn.huiyin.programme;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.Staff;
import cn.huiyin.messaging.spi.Subject;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.programme.domain.Campaign;
import cn.huiyin.programme.domain.Campaign.Stage;
import cn.huiyin.programme.store.Campaigns;
import cn.huiyin.programme.store.Debts;
import cn.huiyin.programme.store.Debts.OfGrid;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What messages of programmes are about: a grid in a week, {@code due/<grid>/<monday>}, counted when its time has come; a proposed
 * campaign, {@code campaign/<id>}.
 */
@Component
class ProgrammeSubject implements Subject {

    static final String KIND = "programme";
    static final String DUE = "due/";
    static final String CAMPAIGN = "campaign/";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final int WEEK = 6;

    private final Debts debts;
    private final Campaigns campaigns;
    private final Community community;
    private final Staff staff;

    ProgrammeSubject(Debts debts, Campaigns campaigns, Community community, Staff staff) {
        this.debts = debts;
        this.campaigns = campaigns;
        this.community = community;
        this.staff = staff;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Mono<Standing> look(Waiting message) {
        String[] named = message.subjectId().split("/", -1);
        return message.subjectId().startsWith(DUE)
                ? Mono.justOrEmpty(community.atlas().place(new PlaceId(named[1])))
                        .flatMap(grid -> ofGrid(grid, LocalDate.parse(named[2])))
                        .defaultIfEmpty(new Gone("there is no such grid any more"))
                : campaigns
                        .find(Long.parseLong(named[1]))
                        .map(Campaigns.Stored::campaign)
                        .filter(campaign -> campaign.stage() == Stage.PROPOSED)
                        .flatMap(this::ofCampaign)
                        .defaultIfEmpty(new Gone("it has been decided"));
    }

    private Mono<Standing> ofGrid(Place grid, LocalDate monday) {
        LocalDate sunday = monday.plusDays(WEEK);
        return debts.ofGrid(grid.id().value())
                .flatMap(figures -> figures.today().isAfter(sunday) || figures.due() + figures.overdue() == 0
                        ? Mono.just(new Gone("nobody is due this week"))
                        : staff.nearest(Role.GRID_WORKER, grid.path())
                                .map(hearers -> new Stands(hearers, facts(grid, sunday, figures))));
    }

    private static Map<String, String> facts(Place grid, LocalDate sunday, OfGrid figures) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                "place", grid.name(),
                "placePath", grid.path().value(),
                "count", Long.toString(figures.due() + figures.overdue()),
                "due", DAY.format(sunday)));
        if (figures.overdue() > 0) {
            facts.put("note", "其中 %d 户已超期，最久的晚了 %d 天".formatted(figures.overdue(), figures.worst()));
        }
        return facts;
    }

    /** For whoever leads the street. */
    private Mono<Standing> ofCampaign(Campaign campaign) {
        PlacePath place = new PlacePath(campaign.place());
        return staff.holders(Role.SUPERVISOR, place)
                .zipWith(staff.holders(Role.DISPATCHER, place), (some, others) -> {
                    var hearers = new java.util.ArrayList<>(some);
                    hearers.addAll(others);
                    return hearers;
                })
                .map(hearers -> new Stands(
                        hearers,
                        Map.of(
                                "id", Long.toString(campaign.id()),
                                "matter", campaign.name(),
                                "place", community.atlas().inWords(place),
                                "placePath", campaign.place(),
                                "due", DAY.format(campaign.startsOn()))));
    }
}
