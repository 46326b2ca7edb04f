package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.domain.Reactions.Call;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One row for each outcome, first for a call of which nothing is in doubt, then for one that may have arrived before. */
class ReactionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final String LEGAL = "DEADLINE_DUE";
    private static final String QUESTION = "CALLBACK_ASK";

    private final Catalogue catalogue = CatalogueTest.theCatalogue();
    private final Reactions reactions = new Reactions(RetryLadder.USUAL);

    static Stream<Arguments> table() {
        return Stream.of(
                row(new Outcome.Delivered("1"), "SENT SPENT", "SENT SPENT"),
                row(new Outcome.Retry("-1", null), "WAITING PT10S BACK", "WAITING PT10S in doubt SPENT"),
                row(
                        new Outcome.Retry("43108", Duration.ofSeconds(2)),
                        "WAITING PT2S BACK",
                        "WAITING PT2S in doubt SPENT"),
                row(
                        new Outcome.Down("no connection", null),
                        "WAITING PT30S unfailed BACK",
                        "WAITING PT30S unfailed in doubt SPENT"),
                row(
                        new Outcome.Down("40164", Duration.ofMinutes(10)),
                        "WAITING PT10M unfailed BACK",
                        "WAITING PT10M unfailed in doubt SPENT"),
                row(new Outcome.Park("45009"), "WAITING tomorrow BACK", "WAITING tomorrow in doubt SPENT"),
                row(
                        new Outcome.NextChannel(Cause.GRANT_GONE, "43101"),
                        "WAITING next GRANT_GONE NONE_LEFT",
                        "SENT SPENT"),
                row(
                        new Outcome.NextChannel(Cause.NOT_FOLLOWER, "43004"),
                        "WAITING next NOT_FOLLOWER BACK",
                        "SENT SPENT"),
                row(new Outcome.StopTemplate("40037"), "WAITING next TEMPLATE_STOPPED BACK", "SENT SPENT"),
                row(new Outcome.Dead("47003"), "DEAD BACK", "DEAD BACK"),
                row(new Outcome.Unknown("timed out"), "WAITING PT10S in doubt SPENT", "SENT SPENT"));
    }

    @ParameterizedTest
    @MethodSource("table")
    void eachOutcomeHasItsReaction(Outcome outcome, String atFirst, String aQuestionInDoubt) {
        var first = new Call(job(0, null), entry(QUESTION), "TEMPLATE");
        var doubted = new Call(job(0, NOW.minus(Duration.ofMinutes(8))), entry(QUESTION), "TEMPLATE");

        assertThat(said(reactions.to(outcome, first))).isEqualTo(atFirst);
        assertThat(said(reactions.to(outcome, doubted))).isEqualTo(aQuestionInDoubt);
    }

    @Test
    void whileAChannelIsInTroubleNoMessageClimbsTheLadder() {
        var wait = Duration.ofSeconds(30);
        var asked = new Call(job(5, null), entry(QUESTION), "SUBSCRIBE");

        assertThat(said(reactions.inTrouble(new Outcome.Retry("-1", null), legal(5), wait)))
                .isEqualTo("WAITING PT30S unfailed BACK");
        assertThat(said(reactions.inTrouble(new Outcome.Unknown("timed out"), legal(5), wait)))
                .isEqualTo("WAITING PT30S unfailed in doubt SPENT");
        assertThat(said(reactions.inTrouble(new Outcome.Unknown("timed out"), asked, wait)))
                .as("a question is not asked twice, whatever the trouble")
                .isEqualTo("SENT SPENT");
    }

    @Test
    void whatIsUrgentDoesNotWaitForTomorrow() {
        var urgent = new Call(job(0, null), entry(LEGAL), "TEMPLATE");

        assertThat(said(reactions.to(new Outcome.Park("45009"), urgent))).isEqualTo("WAITING next QUOTA BACK");
    }

    @Test
    void theLadderEndsWithADeadLetter() {
        var outcome = new Outcome.Retry("-1", null);

        assertThat(Stream.of(0, 1, 2, 3, 4, 5).map(n -> said(reactions.to(outcome, legal(n)))))
                .containsExactly(
                        "WAITING PT10S BACK",
                        "WAITING PT1M BACK",
                        "WAITING PT5M BACK",
                        "WAITING PT30M BACK",
                        "WAITING PT2H BACK",
                        "DEAD BACK");
    }

    @Test
    void afterTheFirstTryTheLongerTimeCounts() {
        assertThat(said(reactions.to(new Outcome.Retry("43108", Duration.ofSeconds(2)), legal(2))))
                .isEqualTo("WAITING PT5M BACK");
        assertThat(said(reactions.to(new Outcome.Retry("40252", Duration.ofHours(1)), legal(2))))
                .isEqualTo("WAITING PT1H BACK");
    }

    @Test
    void aLegalReminderMayBeRepeatedAndAQuestionOnlyWhereDoublesAreTold() {
        var sevenMinutes = NOW.minus(Duration.ofMinutes(7));
        var lessThanThat = sevenMinutes.plusSeconds(1);

        assertThat(reactions.mayRepeat(new Call(job(0, sevenMinutes), entry(LEGAL), "SUBSCRIBE")))
                .isTrue();
        assertThat(reactions.mayRepeat(new Call(job(0, sevenMinutes), entry(QUESTION), "TEMPLATE")))
                .isFalse();
        assertThat(reactions.mayRepeat(new Call(job(0, lessThanThat), entry(QUESTION), "TEMPLATE")))
                .isTrue();
        assertThat(reactions.mayRepeat(new Call(job(0, lessThanThat), entry(QUESTION), "SUBSCRIBE")))
                .isFalse();
    }

    private Call legal(int failures) {
        return new Call(job(failures, null), entry(LEGAL), "TEMPLATE");
    }

    private Entry entry(String occasion) {
        return catalogue.find(occasion).orElseThrow();
    }

    private static Job job(int failures, @Nullable Instant doubtedSince) {
        return new Job(
                1,
                1,
                "qinghe",
                QUESTION,
                "key",
                null,
                "ticket",
                "HY1",
                7L,
                Map.of(),
                failures,
                doubtedSince == null ? null : "TEMPLATE",
                doubtedSince,
                doubtedSince,
                Map.of(),
                NOW,
                NOW);
    }

    private static String said(Settlement as) {
        return String.join(
                " ",
                Stream.of(
                                as.state().name(),
                                as.after() == null ? "" : as.after().toString(),
                                as.after() != null && !as.failed() ? "unfailed" : "",
                                as.tomorrow() ? "tomorrow" : "",
                                as.notReached() == null ? "" : "next " + as.notReached(),
                                as.doubt() ? "in doubt" : "",
                                as.grant().name())
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    private static Arguments row(Outcome outcome, String atFirst, String aQuestionInDoubt) {
        return Arguments.of(outcome, atFirst, aQuestionInDoubt);
    }
}
