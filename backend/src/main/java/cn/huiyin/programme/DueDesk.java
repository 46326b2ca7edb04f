package cn.huiyin.programme;

import cn.huiyin.community.Atlas;
import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.HouseholdClass;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Scope;
import cn.huiyin.programme.domain.Due;
import cn.huiyin.programme.store.Debts;
import cn.huiyin.programme.store.Debts.Figures;
import cn.huiyin.programme.store.DueList;
import cn.huiyin.programme.store.DueList.After;
import cn.huiyin.programme.store.DueList.Line;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is due for a visit, and what is owed where. */
@Component
public class DueDesk {

    private final DueList list;
    private final Debts debts;
    private final Community community;

    DueDesk(DueList list, Debts debts, Community community) {
        this.list = list;
        this.debts = debts;
        this.community = community;
    }

    /** What is looked for; null for all. */
    public record Wanted(
            @Nullable String place,
            @Nullable Due state,
            @Nullable Set<HouseholdClass> classes) {}

    /**
     * A home that is due, as the contract shows it; nothing of it is personal.
     *
     * @param refused the home wants no visits at present: it is shown, and not to be visited
     */
    public record DueHome(
            String householdId,
            String place,
            String room,
            @JsonProperty("class") HouseholdClass kind,
            List<String> tags,
            List<String> needs,
            Due state,
            boolean refused,
            LocalDate dueOn,
            int owed,
            int daysLate,
            @Nullable Instant lastVisitAt,
            @Nullable Instant lastTriedAt) {}

    /** A part of a list; {@code last} is where the next part begins, null at the end. */
    public record Page(List<DueHome> items, @Nullable After last) {}

    /** The most overdue first. */
    public Mono<Page> page(Caller caller, Wanted wanted, After after, int size) {
        Scope scope = Planners.scope(caller, community, wanted.place());
        return list.page(scope, wanted.state(), wanted.classes(), after, size + 1)
                .collectList()
                .map(found -> page(found, size));
    }

    private Page page(List<Line> found, int size) {
        List<Line> shown = found.subList(0, Math.min(size, found.size()));
        Atlas atlas = community.atlas();
        return new Page(
                shown.stream().map(line -> shown(line, atlas)).toList(),
                found.size() > size ? After.line(shown.get(size - 1)) : null);
    }

    private static DueHome shown(Line line, Atlas atlas) {
        return new DueHome(
                line.household().value(),
                atlas.inWords(new PlacePath(line.path())),
                line.room(),
                line.kind(),
                line.tags(),
                line.needs(),
                line.state(),
                line.state() == Due.REFUSED,
                line.dueOn(),
                line.owed(),
                line.daysLate(),
                line.lastVisitAt(),
                line.lastTriedAt());
    }

    /** What is owed to one class of homes. */
    public record ClassDebt(
            @JsonProperty("class") HouseholdClass kind,
            long homes,
            long leftOut,
            long refused,
            long due,
            long overdue,
            long owed,
            int worstDaysLate) {}

    /** What is owed in a grid or community. */
    public record PlaceDebt(
            String placeId,
            String placeName,
            long homes,
            long leftOut,
            long refused,
            long due,
            long overdue,
            long owed,
            int worstDaysLate,
            List<ClassDebt> classes) {}

    /** Each grid or community within reach. */
    public Mono<List<PlaceDebt>> debts(Caller caller, @Nullable String place, boolean byCommunity) {
        return debts.count(Planners.scope(caller, community, place), byCommunity)
                .collectList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(Figures::place, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(this::debt)
                        .toList());
    }

    private PlaceDebt debt(Map.Entry<String, List<Figures>> of) {
        List<Figures> rows = of.getValue();
        return new PlaceDebt(
                of.getKey(),
                community
                        .atlas()
                        .place(new PlaceId(of.getKey()))
                        .map(Place::name)
                        .orElse(of.getKey()),
                rows.stream().mapToLong(Figures::homes).sum(),
                rows.stream().mapToLong(Figures::leftOut).sum(),
                rows.stream().mapToLong(Figures::refused).sum(),
                rows.stream().mapToLong(Figures::due).sum(),
                rows.stream().mapToLong(Figures::overdue).sum(),
                rows.stream().mapToLong(Figures::owed).sum(),
                rows.stream().mapToInt(Figures::worst).max().orElse(0),
                rows.stream().map(DueDesk::classDebt).toList());
    }

    private static ClassDebt classDebt(Figures row) {
        return new ClassDebt(
                row.kind(),
                row.homes(),
                row.leftOut(),
                row.refused(),
                row.due(),
                row.overdue(),
                row.owed(),
                row.worst());
    }
}
