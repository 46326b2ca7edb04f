package cn.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad input: a phone number in a free text has its clear answer. */
class PlainWordsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "打13900001234找我",
                "139 0000 1234",
                "139-0000-1234",
                "+86 139.0000.1234",
                "１３９００００１２３４",
                "010-12345678",
                "0571 8765432",
                "身份证999999198805062415",
                "999999 19880506 241X"
            })
    void aNumberThatBelongsToSomebodyIsFoundHoweverItIsWritten(String words) {
        assertThat(PlainWords.fault("purpose", words)).as(words).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12号楼3单元502，周三下午2点",
                "2026年11月28日 14:00",
                "预约号YY26112800000042",
                "押金12000元不退",
                "血压160/100，量了三次",
                "诉求HY26112200000042的事"
            })
    void whatIsNobodysNumberPasses(String words) {
        assertThat(PlainWords.fault("purpose", words)).as(words).isEmpty();
    }
}
