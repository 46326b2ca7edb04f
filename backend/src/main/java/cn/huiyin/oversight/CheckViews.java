package cn.huiyin.oversight;

import cn.huiyin.community.Community;
import cn.huiyin.community.PlacePath;
import cn.huiyin.household.Household;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.Households;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Role;
import cn.huiyin.oversight.CheckView.Event;
import cn.huiyin.oversight.CheckView.Line;
import cn.huiyin.oversight.store.Checks;
import cn.huiyin.oversight.store.Checks.After;
import cn.huiyin.oversight.store.Checks.Stored;
import cn.huiyin.oversight.store.Checks.Wanted;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Spot checks as they are shown to supervisors. */
@Component
public class CheckViews {

    private static final int HISTORY = 100;

    private final Checks checks;
    private final People people;
    private final Households households;
    private final Community community;

    CheckViews(Checks checks, People people, Households households, Community community) {
        this.checks = checks;
        this.people = people;
        this.households = households;
        this.community = community;
    }

    /** A part of a list; {@code last} is where the next part begins, null at the end. */
    public record Page(List<Line> items, @Nullable After last) {}

    /** Those within the caller's reach as a supervisor. */
    public Mono<Page> page(Caller caller, @Nullable String place, Wanted wanted, After after, int size) {
        return checks.page(Overseers.scope(caller, Set.of(Role.SUPERVISOR), community, place), wanted, after, size + 1)
                .flatMap(oneMore -> {
                    List<Stored> shown = oneMore.subList(0, Math.min(size, oneMore.size()));
                    return people.names(known(shown))
                            .map(names -> new Page(
                                    shown.stream()
                                            .map(stored -> line(stored, names))
                                            .toList(),
                                    oneMore.size() > size ? after(shown.get(size - 1)) : null));
                });
    }

    private static Collection<Long> known(List<Stored> shown) {
        return shown.stream()
                .flatMap(stored -> Stream.concat(
                        Stream.of(stored.check().by()),
                        Stream.ofNullable(stored.check().supervisor())))
                .collect(Collectors.toSet());
    }

    private static After after(Stored last) {
        return new After(last.month().atDay(1), last.check().visit());
    }

    private Line line(Stored stored, People.Names names) {
        var check = stored.check();
        return new Line(
                check.visit(),
                stored.month().toString(),
                place(check.path()),
                names.of(check.by()),
                stored.at(),
                stored.outcome(),
                check.state(),
                check.dueAt(),
                names.orNone(check.supervisor()),
                check.version());
    }

    private String place(String path) {
        return community.atlas().inWords(new PlacePath(path));
    }

    Mono<CheckView> check(Stored stored, Caller caller) {
        var check = stored.check();
        return households
                .find(new HouseholdId(check.household()))
                .map(home -> Optional.of(home))
                .defaultIfEmpty(Optional.empty())
                .flatMap(home -> checks.history(check.visit(), HISTORY)
                        .flatMap(history -> people.names(known(stored, history))
                                .map(names -> view(stored, caller, home.map(Household::room), history, names))));
    }

    private static Collection<Long> known(Stored stored, List<Checks.Event> history) {
        return Stream.concat(
                        known(List.of(stored)).stream(),
                        history.stream()
                                .flatMap(event -> Stream.concat(Stream.of(event.by()), Stream.ofNullable(event.who()))))
                .collect(Collectors.toSet());
    }

    private CheckView view(
            Stored stored, Caller caller, Optional<String> room, List<Checks.Event> history, People.Names names) {
        var check = stored.check();
        return new CheckView(
                check.visit(),
                stored.month().toString(),
                check.household(),
                place(check.path()),
                room.orElse(null),
                names.of(check.by()),
                stored.at(),
                stored.way(),
                stored.outcome(),
                check.inTime(),
                check.state(),
                check.state().chinese(),
                check.dueAt(),
                names.orNone(check.supervisor()),
                stored.findings(),
                stored.checkedAt(),
                check.moves(CheckDesk.parts(check, caller)),
                history.stream().map(event -> event(event, names)).toList(),
                check.version());
    }

    private static Event event(Checks.Event event, People.Names names) {
        return new Event(
                event.at(),
                event.move(),
                event.state(),
                names.of(event.by()).name(),
                names.orNone(event.who()),
                event.note());
    }
}
