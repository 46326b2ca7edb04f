package cn.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers in words that many read: shown as they are shown anywhere in passing. */
class PersonalNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "请打13900001234找我, 请打139****1234找我",
        "请打139 0000 1234，谢谢, 请打139****1234，谢谢",
        "+86-139-0000-1234, 139****1234",
        "打１３９００００１２３４, 打139****1234",
        "身份证999999198805062415。, 身份证9****************5。",
        "999999 19880506 241x和13900001234, 9****************x和139****1234"
    })
    void aNumberIsMaskedHoweverItIsWrittenAndTheRestStays(String words, String shown) {
        assertThat(PersonalNumbers.masked(words)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HY26112200000042",
                "YY26112800000001",
                "2026年11月28日 14:00",
                "社区电话010-12345678",
                "12号楼3单元502",
                "",
                "订单号139000012345678"
            })
    void whatIsNobodysNumberStays(String words) {
        assertThat(PersonalNumbers.masked(words)).isEqualTo(words);
    }

    @Test
    void allFactsOfAMessageAreMasked() {
        assertThat(PersonalNumbers.masked(Map.of("note", "打13900001234", "no", "HY26112200000042")))
                .isEqualTo(Map.of("note", "打139****1234", "no", "HY26112200000042"));
    }
}
