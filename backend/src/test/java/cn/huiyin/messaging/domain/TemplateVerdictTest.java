package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.domain.TemplateVerdict.State;
import cn.huiyin.messaging.spi.PlatformTemplates.PlatformTemplate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateVerdictTest {

    private static final Catalogue CATALOGUE = CatalogueReader.read("""
            templates:
              hello: { channel: SUBSCRIBE, title: 问好, fields: { phrase1: 您好, thing2: "{note}" } }
            taps: {}
            words: {}
            occasions:
              HELLO: { for: RESIDENT, sentence: 您好, page: index, subscribe: { template: hello } }
              BYE: { for: RESIDENT, sentence: 再见, page: index, subscribe: { template: hello, phrase1: 再见 } }
            """);

    @Test
    void theSameFieldsAreFine() {
        assertThat(verdict("id-1", there(List.of("thing2", "phrase1"), Map.of())))
                .isEqualTo(State.FINE + " []");
    }

    @Test
    void whatIsMissingOrTooMuchIsNamed() {
        assertThat(verdict("id-1", there(List.of("phrase1", "thing5"), Map.of())))
                .isEqualTo(State.DIFFERENT + " [微信的模板里没有 thing2, 微信的模板里多出 thing5]");
    }

    @Test
    void aWordThatTheTemplateDoesNotListIsNamed() {
        var words = Map.of("phrase1", List.of("您好", "谢谢"));

        assertThat(verdict("id-1", there(List.of("phrase1", "thing2"), words)))
                .isEqualTo(State.DIFFERENT + " [微信的模板里 phrase1 不能写“再见”]");
    }

    @Test
    void anIdThatWechatDoesNotHaveIsUnknown() {
        assertThat(verdict("id-2", there(List.of("phrase1", "thing2"), Map.of())))
                .startsWith("UNKNOWN");
    }

    @Test
    void beforeWechatHasSaidNothingIsWrong() {
        assertThat(verdict("id-1", null)).startsWith("NOT_ASKED");
        assertThat(verdict(null, there(List.of(), Map.of()))).startsWith("NOT_SET");
    }

    private static List<PlatformTemplate> there(List<String> fields, Map<String, List<String>> words) {
        return List.of(new PlatformTemplate("id-1", "问好", fields, words));
    }

    private static String verdict(@Nullable String id, @Nullable List<PlatformTemplate> there) {
        var verdict = TemplateVerdict.of(
                CATALOGUE,
                CATALOGUE.templates().values().iterator().next(),
                Optional.ofNullable(id),
                Optional.ofNullable(there));
        assertThat(verdict.isWrong()).isEqualTo(verdict.state() == State.DIFFERENT || verdict.state() == State.UNKNOWN);
        return verdict.state() + " " + verdict.differences();
    }
}
