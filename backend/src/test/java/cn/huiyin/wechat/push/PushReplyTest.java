package cn.huiyin.wechat.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we answer, opened and read as WeChat would. */
class PushReplyTest {

    private static final PushSeal SEAL =
            PushSeal.of("wx000000rehearsemp", "token", "R".repeat(43)).orElseThrow();
    private static final Pushed ASKED =
            new Pushed(PushApp.MP, Map.of("FromUserName", "mp-li", "ToUserName", "gh_1"), Map.of());

    @ParameterizedTest
    @EnumSource(PushFormat.class)
    void anAnswerCanBeVerifiedAndOpened(PushFormat format) {
        var message = opened(format, "您的诉求 HY2026112200042 正在办理");

        assertThat(message.sender()).isEqualTo("gh_1");
        assertThat(message.field("ToUserName")).isEqualTo("mp-li");
        assertThat(message.field("MsgType")).isEqualTo("text");
        assertThat(message.field("CreateTime")).isEqualTo("1763740800");
        assertThat(message.field("Content")).isEqualTo("您的诉求 HY2026112200042 正在办理");
    }

    @ParameterizedTest
    @EnumSource(PushFormat.class)
    void theEndOfASectionEmojiAndMarksSurvive(PushFormat format) {
        for (var text : List.of("a]]>b", "]]>]]>", "]]", ">", "<b>&amp;</b>", "👨‍👩‍👧 家", "两\n行", "制\t表", "\"引号\"")) {
            assertThat(opened(format, text).field("Content")).isEqualTo(text);
        }
    }

    @Test
    void controlCharactersAndHalfCharactersDoNotBreakTheXml() {
        assertThat(opened(PushFormat.XML, "a\u0000b\u0001c\u000Bd\uFFFEe\uD83Df")
                        .field("Content"))
                .isEqualTo("abcdef");
    }

    @Test
    void aLongAnswerIsCutBetweenCharactersToWhatWechatTakes() {
        for (var letter : List.of("a", "字", "😀", "👨‍👩‍👧")) {
            var cut = PushReply.fit(letter.repeat(3000));
            assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(2020, 2048);
            assertThat(cut).endsWith("…").matches("(" + letter + ")+…");
        }
        var exact = "字".repeat(682) + "ab";
        assertThat(exact.getBytes(StandardCharsets.UTF_8)).hasSize(2048);
        assertThat(PushReply.fit(exact)).isEqualTo(exact);
    }

    private static Pushed opened(PushFormat format, String text) {
        var written = new PushReply(ASKED, text, 1763740800).write(format, SEAL, "nonce-1");
        var envelope = format.read(written).fields();
        assertThat(SEAL.isSigned(
                        envelope.get("MsgSignature"),
                        envelope.get("TimeStamp"),
                        envelope.get("Nonce"),
                        envelope.get("Encrypt")))
                .isTrue();
        var message = SEAL.open(envelope.get("Encrypt")).orElseThrow();
        return format.read(message).pushed(PushApp.MP);
    }
}
