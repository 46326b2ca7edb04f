package cn.huiyin.appointment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** V1: what somebody says they need, health with the doctor, work with the HR officer, law with the lawyer. */
class NeedWordsTest {

    private final NeedWords words = NeedWords.read();

    @ParameterizedTest
    @CsvSource({
        "想请医生给我妈量量血压, HEALTH",
        "老人一个人在家没人说话, LONELINESS",
        "房东不退押金想问问律师, LAW",
        "下岗了想找工作, WORK",
        "楼上邻居老吵架, NEIGHBOUR",
        "孩子作业没人管, CHILD",
        "低保怎么申请, RELIEF"
    })
    void whatPeopleSayNamesTheirNeed(String said, String need) {
        assertThat(needs(said)).first().as(said).isEqualTo(need);
    }

    @Test
    void aLongerPhraseHidesAShorterOneWithinIt() {
        assertThat(words.in("高血压")).extracting(NeedWords.Found::phrase).containsExactly("高血压");
    }

    @Test
    void severalNeedsAreAllHeardAndEachOnce() {
        assertThat(needs("血压高、血糖也高，还想问律师房子的事")).contains("HEALTH", "LAW").doesNotHaveDuplicates();
    }

    @Test
    void wordsThatNameNothingNameNothing() {
        assertThat(words.in("")).isEmpty();
        assertThat(words.in("哈哈哈")).isEmpty();
    }

    @Test
    void fullWidthLettersAreReadAsPlainOnes() {
        assertThat(needs("想学ＡＩ，找工作")).contains("WORK");
    }

    private List<String> needs(String said) {
        return words.in(said).stream().map(NeedWords.Found::need).toList();
    }
}
