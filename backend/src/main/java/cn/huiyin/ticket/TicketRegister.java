package cn.huiyin.ticket;

import cn.huiyin.community.Community;
import cn.huiyin.community.Place;
import cn.huiyin.community.PlaceId;
import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.problem.Fault;
import cn.huiyin.problem.Refusal;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.Sight;
import cn.huiyin.safety.Sight.Viewer;
import cn.huiyin.ticket.domain.DeadlineKind;
import cn.huiyin.ticket.domain.DeadlineState;
import cn.huiyin.ticket.domain.Filing;
import cn.huiyin.ticket.domain.Stage;
import cn.huiyin.ticket.store.TicketLists;
import cn.huiyin.ticket.store.TicketLists.After;
import cn.huiyin.ticket.store.TicketLists.Item;
import cn.huiyin.ticket.store.TicketLists.Reach;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lists of tickets: one's own, those on one's desk, those that belong to nobody. */
@Component
public class TicketRegister {

    /** Which list. */
    public enum Scope {
        MINE,
        DESK,
        UNOWNED
    }

    private static final Set<Role> SEES_PLACES = EnumSet.of(Role.GRID_WORKER, Role.DISPATCHER, Role.SUPERVISOR);
    private static final Set<Role> REVIEWS = EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR);
    private static final Set<Role> WORKS_IN_UNIT = EnumSet.of(Role.HANDLER, Role.UNIT_LEAD);

    private final TicketLists lists;
    private final TicketViews views;
    private final Community community;

    TicketRegister(TicketLists lists, TicketViews views, Community community) {
        this.lists = lists;
        this.views = views;
        this.community = community;
    }

    /** A page of a list. */
    public record Page(List<Line> items, @Nullable String nextCursor) {}

    /** One line of a list. */
    public record Line(
            String no,
            Stage stage,
            String stageName,
            @Nullable String category,
            @Nullable String categoryName,
            String urgency,
            String matter,
            @Nullable CheckState check,
            String placeName,
            TicketView.@Nullable Named firstReceiver,
            TicketView.@Nullable Named handler,
            boolean supervised,
            int handOns,
            Instant filedAt,
            @Nullable NextDue next) {}

    /** What falls due next. */
    public record NextDue(
            DeadlineKind kind, String kindName, Instant dueAt, DeadlineState state, boolean provisional) {}

    public Mono<Page> page(Caller caller, Scope scope, Set<Stage> stages, @Nullable String cursor, int size) {
        After after = cursor == null ? After.NOTHING : decode(cursor);
        Set<Stage> wanted = stages.isEmpty() ? EnumSet.allOf(Stage.class) : stages;
        Flux<Item> found = switch (scope) {
            case MINE -> lists.mine(caller.id().value(), wanted, after, size + 1);
            case DESK -> lists.desk(reach(caller, SEES_PLACES), wanted, after, size + 1);
            case UNOWNED -> lists.unowned(reach(caller, EnumSet.of(Role.DISPATCHER, Role.SUPERVISOR)), after, size + 1);
        };
        Function<Item, Viewer> viewer = scope == Scope.MINE ? item -> Viewer.AUTHOR : item -> viewer(caller, item);
        return found.collectList().map(items -> page(viewer, items, size));
    }

    /** Of what is on the caller's desk, what falls due first; who leads or works in a unit sees the unit's. */
    Flux<TicketLists.DueSoon> dueSoon(Caller caller, Duration within, int most) {
        Reach reach = reach(caller, SEES_PLACES);
        return lists.dueSoon(reach, streetsOf(caller), within, most);
    }

    private Set<String> streetsOf(Caller caller) {
        Set<String> streets = new TreeSet<>();
        for (Post post : caller.posts()) {
            if (post.place() != null && !Post.EVERYWHERE.equals(post.place())) {
                streets.add(post.place().street().value());
            }
            if (post.unit() != null) {
                community
                        .atlas()
                        .unit(post.unit())
                        .ifPresent(unit -> streets.add(unit.serves().street().value()));
            }
        }
        return streets;
    }

    private Page page(Function<Item, Viewer> viewer, List<Item> items, int size) {
        List<Item> shown = items.subList(0, Math.min(size, items.size()));
        String next = items.size() > size ? encode(shown.get(size - 1)) : null;
        return new Page(
                shown.stream().map(item -> line(viewer.apply(item), item)).toList(), next);
    }

    private Line line(Viewer viewer, Item item) {
        Sight sight = Sight.of(item.check(), viewer);
        return new Line(
                item.no(),
                item.stage(),
                item.stage().chinese(),
                item.category(),
                views.categoryName(item.category()),
                item.urgency(),
                sight.words(Filing.matter(item.description()), Veil.BEING_CHECKED),
                sight.mark(),
                placeName(item.place()),
                unit(item.firstReceiver()),
                unit(item.holder()),
                item.supervised(),
                item.handOns(),
                item.filedAt(),
                next(item));
    }

    private Viewer viewer(Caller caller, Item item) {
        if (caller.id().value() == item.author()) {
            return Viewer.AUTHOR;
        }
        boolean reviews = community
                .atlas()
                .place(new PlaceId(item.place()))
                .filter(place -> REVIEWS.stream().anyMatch(role -> caller.is(role, place.path())))
                .isPresent();
        return reviews ? Viewer.REVIEWER : caller.isStaff() ? Viewer.ACTING : Viewer.ADDRESSEE;
    }

    String placeName(String id) {
        return community
                .atlas()
                .place(new PlaceId(id))
                .map(place -> community.atlas().inWords(place.path()))
                .orElse(id);
    }

    private TicketView.@Nullable Named unit(@Nullable String id) {
        return id == null ? null : new TicketView.Named(id, views.unitName(new UnitId(id)));
    }

    private static @Nullable NextDue next(Item item) {
        if (item.dueKind() == null || item.dueAt() == null) {
            return null;
        }
        DeadlineState late = item.now().isAfter(item.dueAt()) ? DeadlineState.MISSED : DeadlineState.RUNNING;
        return new NextDue(
                item.dueKind(),
                item.dueKind().chinese(),
                item.dueAt(),
                item.paused() ? DeadlineState.PAUSED : late,
                item.provisional());
    }

    private Reach reach(Caller caller, Set<Role> overPlaces) {
        Set<String> streets = new TreeSet<>();
        Set<String> communities = new TreeSet<>();
        Set<String> grids = new TreeSet<>();
        Set<String> units = new TreeSet<>();
        for (Post post : caller.posts()) {
            if (post.unit() != null && WORKS_IN_UNIT.contains(post.role())) {
                units.add(post.unit().value());
            }
            if (post.place() != null && overPlaces.contains(post.role())) {
                add(post.place(), streets, communities, grids);
            }
        }
        return new Reach(streets, communities, grids, units, caller.id().value());
    }

    private void add(PlacePath path, Set<String> streets, Set<String> communities, Set<String> grids) {
        community.atlas().places().stream()
                .filter(place -> place.path().equals(path))
                .findFirst()
                .ifPresent(place -> into(place, streets, communities, grids));
    }

    private static void into(Place place, Set<String> streets, Set<String> communities, Set<String> grids) {
        switch (place.kind()) {
            case STREET -> streets.add(place.id().value());
            case COMMUNITY -> communities.add(place.id().value());
            case GRID, BUILDING -> grids.add(place.id().value());
        }
    }

    private static String encode(Item last) {
        String plain = last.filedAt() + " " + last.no();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static After decode(String cursor) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int gap = plain.indexOf(' ');
            return new After(Instant.parse(plain.substring(0, gap)), plain.substring(gap + 1));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException broken) {
            throw Refusal.invalid(new Fault("cursor", "翻页位置无效，请从第一页开始"));
        }
    }
}
