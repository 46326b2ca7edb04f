package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.messaging.domain.RoutingPolicy.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class RoutingPolicyTest {

    @Test
    void everyMessageOfTheCatalogueHasARule() {
        var policy = thePolicy();
        assertThat(CatalogueTest.theCatalogue().entries().values()).allSatisfy(entry -> {
            for (var weight : Weight.values()) {
                assertThat(policy.ruleFor(entry, weight).channels()).isNotEmpty();
            }
        });
    }

    @Test
    void aHazardIsNeverHeldNorCountedAndEndsWithAHuman() {
        var catalogue = CatalogueTest.theCatalogue();
        assertThat(catalogue.entries().values()).allSatisfy(entry -> {
            var rule = thePolicy().ruleFor(entry, Weight.HAZARD);
            assertThat(rule.hold()).isNull();
            assertThat(rule.limit()).isFalse();
            assertThat(rule.task()).isTrue();
        });
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "weight: [HAZARD]               | weight: [DANGER]       | 危险的事，不分昼夜马上告诉: nothing is called DANGER",
                "[SUBSCRIBE, TEMPLATE, EMPLOYEE]| [SUBSCRIBE, PIGEON]    | 可有可无的消息，不占客服回话的次数: no channel PIGEON, only [SUBSCRIBE, TEMPLATE, CUSTOMER_SERVICE, EMPLOYEE]",
                "[SUBSCRIBE, TEMPLATE, EMPLOYEE]| [TEMPLATE, TEMPLATE]   | 可有可无的消息，不占客服回话的次数: a channel is named twice",
                "hold: late                     | hold: lunch            | 急事，只在深夜等一等: no hours lunch",
                "occasions: [TICKET_RECEIVED]   | occasions: [BREAKFAST] | 刚刚做过的事的回执，人还醒着: not in the catalogue: BREAKFAST",
                "mustReach: true                | mustReach: perhaps     | 必须送到的消息，夜里不打扰: true or false is expected",
                "reserve: 2                     | reserve: -1            | reserve: a number from 0 on is expected",
                "daily: \"18:30\"               | daily: \"23:00\"       | summary: a time that is not in the night",
                "from: \"21:00\"                | from: \"25:00\"        | hours.night: a time such as \"21:00\" is expected",
                "from: \"21:00\"                | from: \"08:00\"        | quiet hours that never end: 08:00",
                "limits: { RESIDENT: 8          | limits: { NEIGHBOUR: 8 | limits: nothing is called NEIGHBOUR",
                "  limit: FREE                  | limited: FREE          | 危险的事，不分昼夜马上告诉: nothing is called limited",
                "last: TASK                     | last: PIGEON           | 危险的事，不分昼夜马上告诉: TASK or INBOX is expected: PIGEON",
            })
    void aWordWrongInItIsNamed(String word, String wrong, String says) {
        var text = text();
        assertThat(text).contains(word);
        var spoilt = text.replaceFirst(java.util.regex.Pattern.quote(word), wrong);

        assertThatThrownBy(() -> RoutingReader.read(spoilt, CatalogueTest.theCatalogue()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(says);
    }

    @Test
    void aPolicyWithoutARuleForSomethingIsRefused() {
        var gap = text().substring(0, text().indexOf("  - name: 平常的消息"));

        assertThatThrownBy(() -> RoutingReader.read(gap, CatalogueTest.theCatalogue()))
                .hasMessageStartingWith("rules: none for RESIDENT ORDINARY");
    }

    /** In Shanghai: eight hours ahead. */
    @ParameterizedTest(name = "at {2} of {0}–{1}: {3}")
    @CsvSource({
        "21:00, 08:00, 2026-11-22T12:59:59Z,",
        "21:00, 08:00, 2026-11-22T13:00:00Z, 2026-11-23T00:00:00Z",
        "21:00, 08:00, 2026-11-22T19:00:00Z, 2026-11-23T00:00:00Z",
        "21:00, 08:00, 2026-11-22T23:59:59Z, 2026-11-23T00:00:00Z",
        "21:00, 08:00, 2026-11-23T00:00:00Z,",
        "13:00, 14:00, 2026-11-22T05:30:00Z, 2026-11-22T06:00:00Z",
        "13:00, 14:00, 2026-11-22T06:00:00Z,",
        "13:00, 14:00, 2026-11-22T04:59:59Z,"
    })
    void quietHoursEndWhenTheyEnd(LocalTime from, LocalTime to, Instant now, @Nullable Instant end) {
        assertThat(new QuietHours(from, to).endAfter(now).orElse(null)).isEqualTo(end);
    }

    @Test
    void hoursOfOnesOwnStayWithinTheirBounds() {
        var own = thePolicy().own();

        assertThat(own.begin()).isEqualTo(new Span(LocalTime.of(19, 0), LocalTime.of(23, 59)));
        assertThat(own.allows(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0))))
                .isTrue();
        assertThat(own.allows(new QuietHours(LocalTime.of(12, 0), LocalTime.of(7, 0))))
                .isFalse();
        assertThat(own.allows(new QuietHours(LocalTime.of(22, 0), LocalTime.of(18, 0))))
                .isFalse();
    }

    /** The one of the product. */
    public static RoutingPolicy thePolicy() {
        return RoutingReader.read(text(), CatalogueTest.theCatalogue());
    }

    static String text() {
        try (var yaml = RoutingPolicyTest.class.getResourceAsStream("/messages/routing.yaml")) {
            return new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
