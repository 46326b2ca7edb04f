package cn.huiyin.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.contract.Contract;
import cn.huiyin.contract.Contract.Operation;
import cn.huiyin.digest.DigestPlanner;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.oversight.DrawKeeper;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.safety.Checking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every call of the contract, tried by nobody and by every role, here and elsewhere, on things that are somebody else's. What
 * each is to be answered stands in {@code access/access.csv}; whatever has no line there fails.
 */
@HuiyinTest
class AccessTest {

    private static final List<String> LAST = List.of("decideContentCheck", "withdrawErasure", "putMyHome", "putPosts");

    private final Contract contract = Contract.read();
    private final DrawKeeper keeper;
    private final Checking checking;
    private final Delivery delivery;
    private final DigestPlanner planner;
    private final RehearsalClock clock;

    @LocalServerPort
    private int port;

    AccessTest(DrawKeeper keeper, Checking checking, Delivery delivery, DigestPlanner planner, RehearsalClock clock) {
        this.keeper = keeper;
        this.checking = checking;
        this.delivery = delivery;
        this.planner = planner;
        this.clock = clock;
    }

    @Test
    void everyCallHasALineAndEveryLineACall() {
        assertThat(Line.all().stream().map(Line::operation))
                .containsExactlyInAnyOrderElementsOf(
                        contract.operations().stream().map(Operation::id).toList());
        assertThat(Line.all()).allSatisfy(line -> {
            assertThat(line.expected().keySet()).containsExactlyElementsOf(roles());
            assertThat(line.expected().values())
                    .as(line.operation())
                    .allMatch(cell -> cell.matches("in|sees|blind|-|4\\d\\d"));
            assertThat(line.why()).as(line.operation()).isNotEmpty();
        });
    }

    @Test
    void everybodyIsAnsweredAsTheTableSays() throws IOException {
        Wire wire = new Wire(port);
        Cast cast = new Cast(wire);
        Map<String, String> names = new Belongings(cast, wire, clock).make(keeper, checking, delivery, planner);
        Asking asking = new Asking(names, wire, cast);

        List<Found> found = new ArrayList<>();
        List<String> unproved = new ArrayList<>();
        for (Operation operation : readingFirst()) {
            Line line = lines().get(operation.id());
            List<Found> tried = tryAll(operation, line, asking);
            found.addAll(tried);
            if (tried.stream().noneMatch(one -> one.outcome().status() == line.proof())) {
                unproved.add(operation.id() + ": nobody was answered " + line.proof());
            }
        }

        Report.of(found, contract.operations().size(), roles().size()).writeTo(Path.of("target", "access"));
        assertThat(found).filteredOn(Found::isFault).isEmpty();
        assertThat(found.stream()
                        .filter(one ->
                                !one.isAsExpected(lines().get(one.operation()).proof()))
                        .map(Found::difference))
                .isEmpty();
        assertThat(unproved).as("calls that opened to nobody").isEmpty();
    }

    /** Reading first, for writing changes what is read; and what ends a thing, or a session, last. */
    private List<Operation> readingFirst() {
        return contract.operations().stream()
                .sorted(Comparator.comparing(
                                (Operation operation) -> !operation.method().equals("GET"))
                        .thenComparing(operation -> LAST.indexOf(operation.id()))
                        .thenComparing(Operation::id))
                .toList();
    }

    /** Those first who are to be refused: if one is not, nothing has changed before. */
    private List<Found> tryAll(Operation operation, Line line, Asking asking) {
        return line.expected().entrySet().stream()
                .sorted(Comparator.comparing(role -> line.letsIn(role.getKey())))
                .filter(role -> !role.getValue().equals("-"))
                .map(role ->
                        new Found(operation.id(), role.getKey(), role.getValue(), asking.ask(operation, role.getKey())))
                .toList();
    }

    private static Map<String, Line> lines() {
        return Line.all().stream().collect(Collectors.toMap(Line::operation, Function.identity()));
    }

    private static Set<String> roles() {
        Set<String> roles = new LinkedHashSet<>(List.of("nobody"));
        roles.addAll(Cast.POSTS.keySet());
        return roles;
    }
}
