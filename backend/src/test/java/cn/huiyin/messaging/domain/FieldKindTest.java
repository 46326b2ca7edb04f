package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldKindTest {

    @Test
    void aLongTextIsCutAndSaysThatThereWasMore() {
        assertThat(FieldKind.of("thing1").fit("一二三四五六七八九十一二三四五六七八九十一", ""))
                .isEqualTo("一二三四五六七八九十一二三四五六七八九…")
                .hasSize(20);
    }

    @Test
    void noEmojiIsBroken() {
        assertThat(FieldKind.of("thing1").fit("一二三四五六七八九十一二三四五六七八👨‍👩‍👧家里", ""))
                .isEqualTo("一二三四五六七八九十一二三四五六七八…");
    }

    @Test
    void lineBreaksAreFlattenedAndBlanksFilled() {
        assertThat(FieldKind.of("thing1").fit("第一行\r\n第二行 ", "")).isEqualTo("第一行 第二行");
        assertThat(FieldKind.of("thing1").fit(" \n", "")).isEqualTo("无");
        assertThat(FieldKind.of("character_string2").fit("编号", "")).isEqualTo("-");
    }

    @Test
    void aPhraseIsFiveHanOnly() {
        assertThat(FieldKind.of("phrase3").fit("A办理中，很快就好", "")).isEqualTo("办理中很快");
    }

    @Test
    void aTimeIsATimeOrTheOneGivenInstead() {
        var instead = "2026年11月22日 09:00";

        assertThat(FieldKind.of("time4").fit("2026年1月5日 15:01", instead)).isEqualTo("2026年1月5日 15:01");
        assertThat(FieldKind.of("time4").fit("下周", instead)).isEqualTo(instead);
    }

    @Test
    void aFieldThatWechatDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> FieldKind.of("text1")).hasMessageContaining("text1");
    }
}
