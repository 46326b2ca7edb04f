package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

public class CatalogueTest {

    private static final Map<String, String> A_TICKET = Map.of(
            "no", "HY2026112200042",
            "matter", "三号楼二单元楼道灯不亮了晚上老人上下楼",
            "unit", "青河街道物业服务中心综合维修一部",
            "due", "2026年11月25日 18:00",
            "note", "已经派师傅去看，\n要换一根线，😀明天上午换好，换好了再告诉您",
            "place", "青河一社区第二网格三号楼",
            "kind", "FIRST_REPLY");

    private final Catalogue catalogue = theCatalogue();

    @Test
    void everyOccasionOfTheTicketJourneyIsInIt() {
        assertThat(catalogue.entries())
                .containsKeys(
                        "TICKET_RECEIVED",
                        "TICKET_DISPATCHED",
                        "TICKET_DELAYED",
                        "TICKET_REPLANNED",
                        "TICKET_FOLLOW_UP",
                        "TICKET_REPLIED",
                        "TICKET_ARCHIVED",
                        "TICKET_REOPENED",
                        "CALLBACK_ASK",
                        "CALLBACK_REMIND",
                        "TICKET_ARRIVED",
                        "TICKET_ASSIGNED",
                        "TICKET_RETURNED",
                        "TICKET_ESCALATED",
                        "TICKET_CO_HANDLE",
                        "TICKET_NUDGED",
                        "TICKET_SUPERVISED",
                        "TICKET_WITHDRAWN",
                        "TICKET_SUPPLEMENTED",
                        "DEADLINE_BEFORE",
                        "DEADLINE_DUE",
                        "DEADLINE_OVERDUE",
                        "CALLBACK_VISIT",
                        "UNREACHED");
        assertThat(catalogue.templates()).hasSizeLessThanOrEqualTo(25);
    }

    @Test
    void whatIsSaidByItselfFitsIntoItsField() {
        assertThatThrownBy(() -> CatalogueReader.read("""
                        templates:
                          hello: { channel: SUBSCRIBE, title: 问好, fields: { phrase1: 您好 } }
                        taps: {}
                        words: {}
                        occasions:
                          HELLO:
                            for: RESIDENT
                            sentence: 您好
                            page: index
                            subscribe: { template: hello, phrase1: 祝您身体健康 }
                        """))
                .hasMessage("HELLO.subscribe.phrase1: does not fit, at most 5: 祝您身体健康");
    }

    @Test
    void everyLetterKeepsTheLimitsWhateverTheFacts() {
        for (var facts : List.of(A_TICKET, Map.<String, String>of())) {
            for (var entry : catalogue.entries().values()) {
                for (var letter : entry.letters()) {
                    var written = letter.write(facts, catalogue::word, "2026年11月22日 09:00");
                    assertThat(written.keySet())
                            .isEqualTo(letter.template().fields().keySet());
                    written.forEach((field, value) -> assertThat(value)
                            .as(entry.occasion() + "." + field)
                            .isNotBlank()
                            .doesNotContain("\n", "{")
                            .satisfies(fitted -> assertThat(fitted.codePointCount(0, fitted.length()))
                                    .isLessThanOrEqualTo(letter.limitOf(field))));
                }
            }
        }
    }

    @Test
    void aPartWhoseFactIsMissingIsLeftOut() {
        var received = Objects.requireNonNull(catalogue.entries().get("TICKET_RECEIVED"));
        var facts = new HashMap<>(Map.of("no", "HY1", "matter", "路灯不亮"));

        assertThat(catalogue.sentence(received, facts)).isEqualTo("您反映的“路灯不亮”收到了，编号 HY1。");
        facts.put("due", "2026年11月25日 18:00");
        assertThat(catalogue.sentence(received, facts)).endsWith("最晚 2026年11月25日 18:00 前告诉您由谁来办。");
        assertThat(catalogue.page(received, facts)).isEqualTo("pages/ticket/show?no=HY1");
    }

    @Test
    void aWordOfTheProgramIsSaidInPeoplesWords() {
        var overdue = Objects.requireNonNull(catalogue.entries().get("DEADLINE_OVERDUE"));

        assertThat(catalogue.sentence(overdue, A_TICKET)).contains("首次答复时限过了");
    }

    @Test
    void aWordWrongInItIsNamed() {
        assertThatThrownBy(() -> CatalogueReader.read("""
                        templates: {}
                        taps: {}
                        words: {}
                        occasions:
                          HELLO: { for: RESIDENT, sentence: 您好, page: index, speed: 9 }
                        """)).hasMessage("HELLO: nothing is called speed");
    }

    /** The one of the product. */
    public static Catalogue theCatalogue() {
        try (var yaml = CatalogueTest.class.getResourceAsStream("/messages/catalogue.yaml")) {
            return CatalogueReader.read(
                    new String(Objects.requireNonNull(yaml).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
