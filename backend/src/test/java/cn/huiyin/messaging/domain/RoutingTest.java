package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.domain.Decision.What;
import cn.huiyin.messaging.domain.Known.Held;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy of the product, put to what can be known of a person. */
class RoutingTest {

    private static final Catalogue CATALOGUE = CatalogueTest.theCatalogue();
    private static final RoutingPolicy POLICY = RoutingPolicyTest.thePolicy();
    private static final Routing ROUTING = new Routing(
            POLICY,
            new Openness(
                    Set.copyOf(RoutingReader.CHANNELS),
                    template -> Optional.of("id-" + template.key()),
                    CATALOGUE::word));

    /**
     * One row a case. person: M logged in, F follows, G a grant of every template, W window open, E bound as an employee,
     * x TEMPLATE left out, d once a day, o own quiet hours 23:00–06:00. hazard: the matter is one. count: today.
     */
    @ParameterizedTest(name = "{0} {1} {2} at {3}, {4} today -> {5}")
    @CsvSource({
        // by day, each channel where it is open, in order
        "TICKET_FOLLOW_UP,,      MFGW,  10:00, 0, OUT SUBSCRIBE TEMPLATE CUSTOMER_SERVICE",
        "TICKET_FOLLOW_UP,,      MF,    10:00, 0, OUT TEMPLATE",
        "TICKET_FOLLOW_UP,,      MFW,   10:00, 0, OUT TEMPLATE CUSTOMER_SERVICE",
        "TICKET_FOLLOW_UP,,      MG,    10:00, 0, OUT SUBSCRIBE",
        "TICKET_FOLLOW_UP,,      M,     10:00, 0, OUT",
        "TICKET_ARRIVED,,        ME,    10:00, 0, OUT EMPLOYEE",
        "TICKET_ARRIVED,,        MFGWE, 10:00, 0, OUT SUBSCRIBE TEMPLATE CUSTOMER_SERVICE EMPLOYEE",
        // a resident has no employee's letter; courtesy leaves the answers to the conversation
        "TICKET_FOLLOW_UP,,      ME,    10:00, 0, OUT",
        "TICKET_ARCHIVED,,       MFW,   10:00, 0, OUT TEMPLATE",
        // at night
        "TICKET_FOLLOW_UP,,      MF,    21:00, 0, QUIET until 08:00",
        "TICKET_FOLLOW_UP,,      MF,    03:00, 0, QUIET until 08:00",
        "TICKET_REPLIED,,        MF,    03:00, 0, QUIET until 08:00",
        "TICKET_FOLLOW_UP,,      MF,    08:00, 0, OUT TEMPLATE",
        "TICKET_RECEIVED,,       MF,    03:00, 0, OUT TEMPLATE",
        "TICKET_ARRIVED,,        MF,    03:00, 0, QUIET until 08:00",
        "DEADLINE_OVERDUE,,      MF,    22:00, 0, OUT TEMPLATE",
        "DEADLINE_OVERDUE,,      MF,    03:00, 0, QUIET until 06:30",
        "TICKET_FOLLOW_UP,,      M,     03:00, 0, OUT",
        // a hazard, by day and by night, past limit and wishes
        "TICKET_FOLLOW_UP,true,  MF,    03:00, 0, OUT TEMPLATE",
        "TICKET_ARRIVED,true,    MF,    03:00, 99, OUT TEMPLATE",
        "TICKET_ASSIGNED,true,   MFdx,  03:00, 99, OUT TEMPLATE",
        "DEADLINE_OVERDUE,true,  MFo,   03:00, 0, OUT TEMPLATE",
        "CALLBACK_ASK,true,      MF,    03:00, 0, QUIET until 08:00",
        // wishes
        "TICKET_FOLLOW_UP,,      MFx,   10:00, 0, OUT",
        "TICKET_FOLLOW_UP,,      MFGx,  10:00, 0, OUT SUBSCRIBE",
        "TICKET_REPLIED,,        MFx,   10:00, 0, OUT TEMPLATE",
        "DEADLINE_DUE,,          MFx,   10:00, 0, OUT TEMPLATE",
        "TICKET_FOLLOW_UP,,      MFd,   10:00, 0, DAILY until 18:30",
        "TICKET_FOLLOW_UP,,      MFd,   19:00, 0, DAILY until 18:30",
        "TICKET_REPLIED,,        MFd,   10:00, 0, OUT TEMPLATE",
        "TICKET_FOLLOW_UP,,      MFo,   22:00, 0, OUT TEMPLATE",
        "TICKET_FOLLOW_UP,,      MFo,   23:30, 0, QUIET until 06:00",
        "TICKET_FOLLOW_UP,,      MFo,   06:00, 0, OUT TEMPLATE",
        "DEADLINE_DUE,,          MFo,   23:00, 0, QUIET until 06:30",
        // the limit of the day: eight for a resident, thirty for staff
        "TICKET_FOLLOW_UP,,      MF,    10:00, 7, OUT TEMPLATE",
        "TICKET_FOLLOW_UP,,      MF,    10:00, 8, LIMIT until 12:30",
        "TICKET_FOLLOW_UP,,      MF,    15:00, 8, LIMIT until 18:30",
        "TICKET_FOLLOW_UP,,      MF,    19:00, 8, LIMIT until 12:30",
        "TICKET_REPLIED,,        MF,    10:00, 8, OUT TEMPLATE",
        "TICKET_ARRIVED,,        MF,    10:00, 29, OUT TEMPLATE",
        "TICKET_ARRIVED,,        MF,    10:00, 30, LIMIT until 12:30",
        "DEADLINE_DUE,,          MF,    10:00, 99, OUT TEMPLATE",
        "TICKET_FOLLOW_UP,,      M,     10:00, 99, OUT"
    })
    void theFirstRuleThatFitsCounts(
            String occasion, @Nullable String hazard, String person, LocalTime time, int today, String follows) {
        assertThat(shown(ROUTING.route(job(occasion, hazard), entry(occasion), known(person, time, today))))
                .isEqualTo(follows);
    }

    /** held: why; together: how many may go out with it. */
    @ParameterizedTest(name = "{0} held for {1}, {2} together -> {3}")
    @CsvSource({
        "TICKET_FOLLOW_UP, QUIET, 1, OUT TEMPLATE",
        "TICKET_FOLLOW_UP, QUIET, 2, OUT TEMPLATE",
        "TICKET_FOLLOW_UP, QUIET, 3, SUMMARISED",
        "TICKET_REPLIED,   QUIET, 3, SUMMARISED",
        "TICKET_FOLLOW_UP, LIMIT, 1, OUT TEMPLATE",
        "TICKET_FOLLOW_UP, LIMIT, 2, SUMMARISED",
        "TICKET_FOLLOW_UP, DAILY, 2, SUMMARISED",
        "TICKET_REPLIED,   ALONE, 5, OUT TEMPLATE",
        "DEADLINE_DUE,     QUIET, 5, OUT TEMPLATE",
        "SUMMARY,          QUIET, 5, OUT TEMPLATE"
    })
    void whatWasHeldIsToldOneByOneOrTogether(String occasion, Held held, int together, String follows) {
        var known = new Known(
                "o-li",
                "mp-li",
                Set.of(),
                Set.of(),
                0,
                false,
                Preference.NONE,
                0,
                false,
                held,
                together,
                at(LocalTime.of(10, 0)));

        assertThat(shown(ROUTING.route(job(occasion, null), entry(occasion), known)))
                .isEqualTo(follows);
    }

    @Test
    void everyDecisionHasAReasonThatPeopleUnderstand() {
        var route = ROUTING.route(
                job("TICKET_FOLLOW_UP", null), entry("TICKET_FOLLOW_UP"), known("MF", LocalTime.of(22, 0), 0));

        assertThat(route.decisions())
                .extracting(decision -> decision.channel() + " " + decision.decision() + " " + decision.reason())
                .containsExactly(
                        "null RULE 按规定“平常的消息”",
                        "SUBSCRIBE CLOSED 没有同意接收微信提醒",
                        "TEMPLATE OPEN 本人关注了公众号",
                        "CUSTOMER_SERVICE CLOSED 近来没有给公众号发过消息，不能主动写",
                        "EMPLOYEE CLOSED 这种消息不用这个方式",
                        "null HELD 21:00 到 08:00 不打扰，到时间再发");
    }

    @Test
    void whereNothingIsOpenTheReasonsAreTold() {
        var stranger =
                ROUTING.route(job("TICKET_REPLIED", null), entry("TICKET_REPLIED"), known("", LocalTime.of(3, 0), 0));
        var noFollower =
                ROUTING.route(job("TICKET_REPLIED", null), entry("TICKET_REPLIED"), known("M", LocalTime.of(3, 0), 0));

        assertThat(((Route.Out) stranger).notReached()).containsOnly("NO_ADDRESS");
        assertThat(((Route.Out) noFollower).notReached()).contains("NO_GRANT", "NOT_FOLLOWER");
        assertThat(stranger.decisions()).anyMatch(decision -> decision.decision() == What.INSIDE);
    }

    @Test
    void whatAHazardOwesIsAHumansTask() {
        var route = (Route.Out) ROUTING.route(
                job("TICKET_FOLLOW_UP", "true"), entry("TICKET_FOLLOW_UP"), known("M", LocalTime.of(3, 0), 0));

        assertThat(route.entry().mustReach()).isTrue();
        assertThat(route.kept().owed()).isTrue();
    }

    @Test
    void aStoppedTemplateIsNotTried() {
        var known = new Known(
                "o-li",
                "mp-li",
                Set.of("id-progress"),
                Set.of("id-progress"),
                0,
                false,
                Preference.NONE,
                0,
                false,
                null,
                0,
                at(LocalTime.of(10, 0)));

        assertThat(shown(ROUTING.route(job("TICKET_FOLLOW_UP", null), entry("TICKET_FOLLOW_UP"), known)))
                .isEqualTo("OUT TEMPLATE");
    }

    @Test
    void aCallInDoubtIsNotLeftForAnotherChannelNorHeld() {
        var begun = at(LocalTime.of(20, 59));
        var job = new Job(
                1,
                1,
                "qinghe",
                "TICKET_FOLLOW_UP",
                "k",
                null,
                "ticket",
                "HY1",
                7L,
                Map.of(),
                1,
                "SUBSCRIBE",
                begun,
                null,
                Map.of(),
                begun,
                begun);

        assertThat(shown(ROUTING.route(job, entry("TICKET_FOLLOW_UP"), known("MF", LocalTime.of(21, 0), 9))))
                .isEqualTo("OUT SUBSCRIBE TEMPLATE");
    }

    @Test
    void aChannelThatWasTriedIsNotTriedAgain() {
        var now = at(LocalTime.of(10, 0));
        var job = new Job(
                1,
                1,
                "qinghe",
                "TICKET_FOLLOW_UP",
                "k",
                null,
                "ticket",
                "HY1",
                7L,
                Map.of(),
                1,
                null,
                null,
                null,
                Map.of("TEMPLATE", "NOT_FOLLOWER"),
                now,
                now);

        assertThat(shown(ROUTING.route(job, entry("TICKET_FOLLOW_UP"), known("MFG", LocalTime.of(10, 0), 0))))
                .isEqualTo("OUT SUBSCRIBE");
    }

    @Test
    void whatCountsTakesAPlaceAndWhatMustBeToldDoesNot() {
        assertThat(limitOf("TICKET_FOLLOW_UP", null)).isEqualTo(8);
        assertThat(limitOf("TICKET_ARRIVED", null)).isEqualTo(30);
        assertThat(limitOf("TICKET_REPLIED", null)).isNull();
        assertThat(limitOf("TICKET_FOLLOW_UP", "true")).isNull();
        assertThat(limitOf("SUMMARY", null)).isNull();
    }

    private static @Nullable Integer limitOf(String occasion, @Nullable String hazard) {
        var route = ROUTING.route(job(occasion, hazard), entry(occasion), known("MF", LocalTime.of(10, 0), 0));
        return ((Route.Out) route).kept().limit();
    }

    private static String shown(Route route) {
        if (route instanceof Route.Out out) {
            var words = new ArrayList<>(List.of("OUT"));
            out.ways().forEach(way -> words.add(way.channel()));
            return String.join(" ", words);
        }
        return route instanceof Route.Held held
                ? held.why() + " until "
                        + held.until().atZone(QuietHours.SHANGHAI).toLocalTime()
                : "SUMMARISED";
    }

    private static Known known(String person, LocalTime time, int today) {
        var quiet = person.contains("o") ? new QuietHours(LocalTime.of(23, 0), LocalTime.of(6, 0)) : null;
        return new Known(
                person.contains("M") ? "o-li" : null,
                person.contains("F") ? "mp-li" : null,
                person.contains("G")
                        ? Set.of("id-progress", "id-reply", "id-callback", "id-task", "id-deadline")
                        : Set.of(),
                Set.of(),
                person.contains("W") ? 5 : POLICY.reserve(),
                person.contains("E"),
                new Preference(quiet, person.contains("d"), person.contains("x") ? Set.of("TEMPLATE") : Set.of()),
                today,
                false,
                null,
                0,
                at(time));
    }

    private static Instant at(LocalTime time) {
        return java.time.LocalDate.of(2026, 11, 22)
                .atTime(time)
                .atZone(QuietHours.SHANGHAI)
                .toInstant();
    }

    private static Job job(String occasion, @Nullable String hazard) {
        var facts = new HashMap<>(Map.of("no", "HY1"));
        if (hazard != null) {
            facts.put("hazard", hazard);
        }
        var now = at(LocalTime.NOON);
        return new Job(
                1, 1, "qinghe", occasion, "k", null, "ticket", "HY1", 7L, facts, 0, null, null, null, Map.of(), now,
                now);
    }

    private static Entry entry(String occasion) {
        return Objects.requireNonNull(CATALOGUE.entries().get(occasion), occasion);
    }
}
