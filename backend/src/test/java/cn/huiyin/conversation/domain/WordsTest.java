package cn.huiyin.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.classification.Suggester;
import cn.huiyin.conversation.domain.Intent.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Understanding UNDERSTANDING = Understanding.fromTable(Suggester.fromTables());

    @ParameterizedTest
    @CsvSource({
        "ＨＹ２６ ①, hy261",
        "查 進度！！, 查进度",
        "１️⃣, 1",
        "⭐️⭐️⭐️, ★★★",
        "👍, 满意",
        "我要反应, 我要反映",
        "OK👌, ok好的",
        "🌸🌸, ''",
        "'  ', ''"
    })
    void wordsAreMadeEven(String said, String even) {
        assertThat(UNDERSTANDING.plain(said)).isEqualTo(even);
    }

    @ParameterizedTest
    @CsvSource({
        "第二个, 3, 2",
        "2, 3, 2",
        "二, 3, 2",
        "两, 3, 2",
        "选2, 3, 2",
        "最后一个, 3, 3",
        "十二, 20, 12",
        "第十个, 20, 10",
        "4, 3, 0",
        "0, 3, 0",
        "二百, 3, 0",
        "二号楼, 3, 0"
    })
    void choicesAreReadAsTheyAreWritten(String said, int options, int choice) {
        assertThat(Numbers.choice(said, options).orElse(0)).isEqualTo(choice);
    }

    @ParameterizedTest
    @CsvSource({
        "hy26112200000042, 26112200000042",
        "hy261122oooooo42到哪了, 26112200000042",
        "26112200000042, 26112200000042",
        "查进度42, 42",
        "尾号0042的, 0042",
        "00000042, 00000042"
    })
    void numbersOfTicketsAreFoundHoweverTheyAreTyped(String plain, String digits) {
        assertThat(Digits.in(plain)).map(Digits::digits).hasValue(digits);
    }

    @ParameterizedTest
    @CsvSource({"13900000042", "3号楼的灯", "查3号楼", "等了5天", "2单元501", "hy", "打5分", "我家住12栋3单元1502"})
    void otherNumbersAreNoTickets(String plain) {
        assertThat(Digits.in(plain)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"楼下着火了, 119", "屋里煤气味好大, 燃气抢修电话，再打 119", "有人触电了, 120", "老人晕倒在楼下, 120", "两个人打起来了, 110"})
    void dangerNamesWhomToCall(String said, String call) {
        assertThat(UNDERSTANDING.danger(said)).hasValue(call);
    }

    @ParameterizedTest
    @CsvSource({"灭火器过期了", "楼道堆东西容易着火", "隔壁油烟大", "没着火就好", "轮胎漏气了", "在楼下烧烤", "充电万一起火怎么办"})
    void whatOnlyMentionsDangerIsNone(String said) {
        assertThat(UNDERSTANDING.danger(said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"我要反映3号楼路灯坏了, 3号楼路灯坏了", "你好，我要反映一下：楼下 垃圾 没人收！, 楼下 垃圾 没人收！", "我想反映个问题 门禁坏了, 门禁坏了", "麻烦跟你们说个事，井盖没了, 井盖没了"
    })
    void whatFollowsTheOpeningIsTheMatterAsItWasSaid(String said, String matter) {
        Intent intent = UNDERSTANDING.read(said, Question.NOTHING, 0);

        assertThat(intent.kind()).isEqualTo(Kind.REPORT);
        assertThat(intent.about()).isEqualTo(matter);
    }

    @ParameterizedTest
    @CsvSource({
        "满意, true, 4",
        "不满意, false, 2",
        "解决了, true, 4",
        "没解决, false, 1",
        "解决了但是太慢了给2分, true, 2",
        "一般吧, true, 3",
        "很不满意, false, 1",
        "五星, true, 5"
    })
    void aVerdictIsAsItWasSaid(String said, boolean settled, int stars) {
        Verdict verdict = java.util.Objects.requireNonNull(
                UNDERSTANDING.read(said, Question.HOW_GOOD, 0).verdict());

        assertThat(verdict.settles()).isEqualTo(settled);
        assertThat(verdict.stars()).isEqualTo(stars);
    }
}
