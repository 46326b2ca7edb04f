package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlaceKind;
import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.oversight.store.Figures;
import cn.huiyin.oversight.store.Figures.Counted;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Figures of visits in a place and in each of its parts, for whoever holds a post over it. */
@Component
public class FiguresDesk {

    private static final long LONGEST_DAYS = 370;

    private final Figures figures;
    private final Community community;

    FiguresDesk(Figures figures, Community community) {
        this.figures = figures;
        this.community = community;
    }

    /** @param parts a street's communities, a community's grids */
    public record FiguresView(
            String placeId, String placeName, LocalDate from, LocalDate to, Counted figures, List<Part> parts) {}

    public record Part(String placeId, String placeName, Counted figures) {}

    /** Both days are included. */
    public Mono<FiguresView> show(Caller caller, String placeId, LocalDate from, LocalDate to) {
        Place place = community
                .atlas()
                .place(new PlaceId(placeId))
                .filter(found -> found.kind() != PlaceKind.BUILDING)
                .orElseThrow(() -> Refusal.invalid(new Fault("place", "没有这个街道、社区或网格")));
        if (!reaches(caller, place.path())) {
            throw Refusal.notYours("OUT_OF_REACH", "这个地方不归您管，不能查看它的走访数字");
        }
        if (to.isBefore(from) || from.plusDays(LONGEST_DAYS).isBefore(to) || from.isBefore(LocalDate.of(2000, 1, 1))) {
            throw Refusal.invalid(new Fault("to", "结束的日子不能早于开始的日子，一次最多看一年"));
        }
        return count(place, from, to)
                .flatMap(whole -> Mono.just(parts(place))
                        .flatMapIterable(all -> all)
                        .concatMap(part -> count(part, from, to)
                                .map(counted -> new Part(part.id().value(), part.name(), counted)))
                        .collectList()
                        .map(parts -> new FiguresView(placeId, place.name(), from, to, whole, parts)));
    }

    private static boolean reaches(Caller caller, PlacePath there) {
        return caller.is(Role.SUPERVISOR, there)
                || caller.is(Role.DISPATCHER, there)
                || caller.is(Role.GRID_WORKER, there);
    }

    private List<Place> parts(Place place) {
        return place.kind() == PlaceKind.GRID ? List.of() : community.atlas().children(place.id());
    }

    private Mono<Counted> count(Place place, LocalDate from, LocalDate to) {
        return switch (place.kind()) {
            case STREET ->
                figures.count(
                        community.atlas().children(place.id()).stream()
                                .map(child -> child.id().value())
                                .toList(),
                        null,
                        from,
                        to);
            case COMMUNITY -> figures.count(List.of(place.id().value()), null, from, to);
            default ->
                figures.count(
                        List.of(place.path().wider().orElseThrow().last().value()),
                        place.id().value(),
                        from,
                        to);
        };
    }
}
