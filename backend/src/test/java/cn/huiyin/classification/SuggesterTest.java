package cn.huiyin.classification;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cn.huiyin.classification.Suggestion.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggesterTest {

    private final Suggester suggester = Suggester.fromTables();

    @Test
    void aPlainSentenceGetsItsSubItemWithKeywordsAndReasons() {
        var suggestion = suggester.suggest("三号楼的路灯不亮了");

        assertThat(suggestion.category()).isEqualTo("FACILITY.STREET_LIGHT");
        assertThat(suggestion.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(suggestion.keywords()).contains("路灯");
        assertThat(suggestion.confidence()).isBetween(0.5, 1.0);
        assertThat(suggestion.reasons()).contains(new Reason("路灯", "FACILITY.STREET_LIGHT", 4));
    }

    @Test
    void aDangerIsUrgentAndSaysWhy() {
        var suggestion = suggester.suggest("闻到煤气味了");

        assertThat(suggestion.category()).isEqualTo("SAFETY.GAS");
        assertThat(suggestion.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(suggestion.reasons()).extracting(Reason::speaksFor).contains("SAFETY.GAS", "URGENT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "。。。", "？？？", "😡😡", "111", "abc", "嗯嗯", "\u0000", "\uD83D", "那个东西你们来看一下"})
    void whatSaysNothingIsOtherWithoutConfidence(String nothing) {
        var suggestion = suggester.suggest(nothing);

        assertThat(suggestion.category()).isEqualTo(Category.OTHER);
        assertThat(suggestion.urgency()).isEqualTo(Urgency.NORMAL);
        assertThat(suggestion.confidence()).isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"这不是漏水", "路灯已经修好了谢谢", "路灯修好了，谢谢", "电梯没有坏", "漏水的事解决了不用来了", "垃圾已经清走了"})
    void whatIsDeniedOrOverDoesNotCount(String said) {
        assertThat(suggester.suggest(said).category()).startsWith(Category.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"电梯是不是坏了", "电梯修好了没两天又坏了", "电梯还没修好", "不是停电，是电梯坏了", "灯修好了，电梯坏了"})
    void whatOnlySoundsLikeADenialStillCounts(String said) {
        assertThat(suggester.suggest(said).category()).isEqualTo("FACILITY.LIFT");
    }

    @Test
    void anEndedDangerIsNotUrgent() {
        assertThat(suggester.suggest("煤气味的事已经处理好了").urgency()).isEqualTo(Urgency.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"路 灯 不 亮", "路灯!!!不亮???", "😡路灯😡不亮", "【路灯】~不亮", "路登不亮", "３号楼路灯不亮"})
    void spacesMarksEmojiFullWidthAndSlipsDoNoHarm(String said) {
        assertThat(suggester.suggest(said).category()).isEqualTo("FACILITY.STREET_LIGHT");
    }

    @Test
    void aLongerPhraseHidesTheShorterOneInside() {
        assertThat(suggester.suggest("楼上漏水").category()).isEqualTo("NEIGHBOUR.LEAK");
        assertThat(suggester.suggest("老楼加装电梯").category()).isEqualTo("POLICY.LIFT_RETROFIT");
    }

    @Test
    void aVeryLongTextTakesTimeInProportionToItsLength() {
        var endless = "楼上漏水不是漏水修好了又漏水，是不是电梯".repeat(5_000);

        var suggestion = assertTimeoutPreemptively(ofSeconds(5), () -> suggester.suggest(endless));

        assertThat(suggestion.keywords()).hasSizeLessThanOrEqualTo(8);
        assertThat(suggestion.reasons()).hasSizeLessThanOrEqualTo(12);
    }
}
