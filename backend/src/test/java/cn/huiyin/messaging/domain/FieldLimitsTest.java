package cn.huiyin.messaging.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldLimitsTest {

    private static final String FAMILY = "👨‍👩‍👧‍👦";

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "thing1            | 三号楼二单元门口的路灯不亮了             | 三号楼二单元门口的路灯不亮了",
                "thing1            | 三号楼二单元门口的路灯已经连续三天晚上都不亮了 | 三号楼二单元门口的路灯已经连续三天晚上…",
                "thing20           | '路灯\r\n不亮\t了'                   | 路灯 不亮 了",
                "thing1            | '  '                              | 无",
                "character_string2 | HY2026112200042                   | HY2026112200042",
                "character_string2 | 编号HY1                            | HY1",
                "character_string2 | 编号                               | -",
                "phrase3           | 已转办                             | 已转办",
                "phrase3           | 已转交给物业公司                      | 已转交给物",
                "phrase3           | OK，已转办！                         | 已转办",
                "name4             | 欧阳小明                            | 欧阳小明",
                "name4             | Alexander Bartholomew              | Alexander Bartholom…",
                "name4             | 青禾街道第三社区居民委员会               | 青禾街道第三社区居…",
                "phone_number5     | 139 0000 0001                      | 13900000001",
                "number6           | 3 天                                | 3",
                "time7             | 2026年11月22日 15:01                | 2026年11月22日 15:01",
                "time7             | 2026年11月22日 15:01~2026年11月22日 16:01 | 2026年11月22日 15:01~2026年11月22日 16:01",
                "keyword1          | 三号楼二单元门口的路灯已经连续三天晚上都不亮了 | 三号楼二单元门口的路灯已经连续三天晚上…"
            })
    void aFieldIsCutToItsKind(String field, String value, String fitted) {
        assertThat(subscribe(field, value)).isEqualTo(fitted);
    }

    @Test
    void anEmojiIsNeverCutInTwo() {
        var atTheEdge = "一二三四五六七八九十一二三四五六七" + FAMILY + "尾";

        assertThat(subscribe("thing1", atTheEdge)).isEqualTo("一二三四五六七八九十一二三四五六七…");
        assertThat(subscribe("thing1", "😀".repeat(25))).isEqualTo("😀".repeat(19) + "…");
        assertThat(subscribe("thing1", "半个\uD83D字")).isEqualTo("半个字");
    }

    @Test
    void theOfficialAccountGetsNoEmojiForItWouldDropThemInSilence() {
        assertThat(official("thing1", "谢谢😀" + FAMILY)).isEqualTo("谢谢");
        assertThat(official("thing2", "😀")).isEqualTo("无");
        assertThat(official("character_string1", "A".repeat(32))).isEqualTo("A".repeat(20));
    }

    private static String subscribe(String field, String value) {
        return FieldKind.of(field).fit(value, "");
    }

    private static String official(String field, String value) {
        return FieldKind.of(field).fitOfficial(value, "");
    }
}
