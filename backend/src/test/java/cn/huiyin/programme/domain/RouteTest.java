package cn.huiyin.programme.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.household.HouseholdClass;
import cn.huiyin.programme.domain.Route.Candidate;
import cn.huiyin.programme.domain.Route.Day;
import cn.huiyin.programme.domain.Route.Fixed;
import cn.huiyin.programme.domain.Route.Manner;
import cn.huiyin.programme.domain.Route.Stop;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RouteTest {

    private static final Map<HouseholdClass, Integer> MINUTES =
            Map.of(HouseholdClass.ORDINARY, 20, HouseholdClass.KEY, 30, HouseholdClass.SPECIAL, 40);
    private static final Manner USUAL = manner(12, 10);

    @Test
    void whoIsOverdueComesBeforeWhoIsDueAndSpecialBeforeKeyBeforeOrdinary() {
        var homes = List.of(
                home("a", "1号楼", "101", HouseholdClass.SPECIAL, Due.DUE, 5),
                home("b", "1号楼", "102", HouseholdClass.ORDINARY, Due.OVERDUE, 1),
                home("c", "1号楼", "103", HouseholdClass.KEY, Due.OVERDUE, 9),
                home("d", "1号楼", "104", HouseholdClass.SPECIAL, Due.NOT_YET, 1));

        assertThat(visited(new Route(manner(1, 10)).plan(homes, List.of()))).containsExactly("c");
        assertThat(visited(new Route(manner(2, 10)).plan(homes, List.of()))).containsExactlyInAnyOrder("c", "b");
        assertThat(visited(new Route(manner(9, 10)).plan(homes, List.of())))
                .as("who is not due is not visited")
                .containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void buildingsAreWalkedByTheirNumberAndRoomsFromTheTopDown() {
        var homes = List.of(
                home("a", "10号楼", "101", HouseholdClass.KEY, Due.DUE, 5),
                home("b", "2号楼", "201", HouseholdClass.ORDINARY, Due.DUE, 5),
                home("c", "2号楼", "901", HouseholdClass.ORDINARY, Due.DUE, 5));

        assertThat(visited(new Route(USUAL).plan(homes, List.of()))).containsExactly("c", "b", "a");
        var upwards = new Manner(LocalTime.of(9, 0), LocalTime.of(17, 30), 12, MINUTES, 10, false);
        assertThat(visited(new Route(upwards).plan(homes, List.of()))).containsExactly("b", "c", "a");
    }

    @Test
    void theWayToAnotherBuildingTakesItsTime() {
        var day = new Route(USUAL)
                .plan(
                        List.of(
                                home("a", "1号楼", "101", HouseholdClass.ORDINARY, Due.DUE, 5),
                                home("b", "2号楼", "101", HouseholdClass.ORDINARY, Due.DUE, 5)),
                        List.of());

        assertThat(day.stops()).extracting(Stop::from).containsExactly(LocalTime.of(9, 0), LocalTime.of(9, 30));
    }

    @Test
    void anAppointmentStaysWhereItIsAndNobodyIsLateForIt() {
        var booked = new Fixed("YY1", "9号楼", LocalTime.of(9, 45), LocalTime.of(10, 15));
        var day = new Route(USUAL)
                .plan(
                        List.of(
                                home("a", "1号楼", "301", HouseholdClass.ORDINARY, Due.DUE, 5),
                                home("b", "1号楼", "201", HouseholdClass.ORDINARY, Due.DUE, 5),
                                home("c", "1号楼", "101", HouseholdClass.ORDINARY, Due.DUE, 5)),
                        List.of(booked));

        assertThat(day.stops())
                .extracting(stop -> stop.home() == null ? "YY1" : stop.home().household(), Stop::from)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", LocalTime.of(9, 0)),
                        org.assertj.core.groups.Tuple.tuple("YY1", LocalTime.of(9, 45)),
                        org.assertj.core.groups.Tuple.tuple("b", LocalTime.of(10, 25)),
                        org.assertj.core.groups.Tuple.tuple("c", LocalTime.of(10, 45)));
    }

    @Test
    void whoDoesNotFitIsLeftTheLeastPressingFirst() {
        var shortDay = new Manner(LocalTime.of(9, 0), LocalTime.of(10, 0), 12, MINUTES, 10, true);
        var day = new Route(shortDay)
                .plan(
                        List.of(
                                home("a", "1号楼", "101", HouseholdClass.ORDINARY, Due.DUE, 5),
                                home("b", "9号楼", "101", HouseholdClass.SPECIAL, Due.OVERDUE, 5)),
                        List.of());

        assertThat(visited(day)).containsExactly("b");
        assertThat(day.left()).extracting(Candidate::household).containsExactly("a");
    }

    @Test
    void theSameHomesGiveTheSameDayInWhateverOrderTheyCome() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Candidate> homes = new ArrayList<>();
            for (int i = 0; i < random.nextInt(40); i++) {
                homes.add(home(
                        "h" + i,
                        random.nextInt(5) + "号楼",
                        "00" + random.nextInt(9) + "01",
                        HouseholdClass.values()[random.nextInt(3)],
                        Due.values()[random.nextInt(3)],
                        random.nextInt(30)));
            }
            List<Fixed> fixed = List.of(
                    new Fixed("x", "3号楼", LocalTime.of(10, 0), LocalTime.of(10, 30)),
                    new Fixed("y", null, LocalTime.of(14, 0), LocalTime.of(15, 0)));
            Day day = new Route(USUAL).plan(homes, fixed);
            Collections.shuffle(homes, random);

            assertThat(new Route(USUAL).plan(homes, fixed)).as("seed %d", seed).isEqualTo(day);
            assertThat(day.stops()).as("seed %d", seed).satisfies(stops -> {
                assertThat(stops).isSortedAccordingTo(java.util.Comparator.comparing(Stop::from));
                for (int i = 1; i < stops.size(); i++) {
                    assertThat(stops.get(i).from())
                            .isAfterOrEqualTo(stops.get(i - 1).to());
                }
                assertThat(stops.stream().filter(stop -> stop.appointment() != null))
                        .hasSize(2);
                assertThat(stops.stream().filter(stop -> stop.home() != null).count())
                        .isLessThanOrEqualTo(12);
            });
        }
    }

    private static Manner manner(int visits, int between) {
        return new Manner(LocalTime.of(9, 0), LocalTime.of(17, 30), visits, MINUTES, between, true);
    }

    private static Candidate home(
            String id, String building, String room, HouseholdClass kind, Due due, int dayOfMarch) {
        return new Candidate(
                id, building, room, kind, due, LocalDate.of(2026, 3, 1).plusDays(dayOfMarch));
    }

    private static List<String> visited(Day day) {
        return day.stops().stream()
                .map(Stop::home)
                .filter(Objects::nonNull)
                .map(Candidate::household)
                .toList();
    }
}
