package cn.huiyin.conversation.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.huiyin.classification.Suggester;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever people send, it is read: nothing throws, nothing is slow. */
class UnderstandingPropertyTest {

    private static final int TEXTS = 20_000;

    /** Far above what the longest text takes, far below what going back over a text would take. */
    private static final Duration AT_MOST = Duration.ofMillis(1_500);

    private static final Understanding UNDERSTANDING = Understanding.fromTable(Suggester.fromTables());

    /** Pieces that rules look for, next to what nobody expects. */
    private static final List<String> PIECES = List.of(
            "查",
            "进度",
            "我要反映",
            "反映",
            "第",
            "二",
            "个",
            "5",
            "分",
            "五星",
            "★",
            "⭐",
            "1️⃣",
            "①",
            "hy",
            "HY",
            "2611",
            "O",
            "号楼",
            "三",
            "不",
            "没",
            "解决",
            "了",
            "吗",
            "满意",
            "改成",
            "补充",
            "确认",
            "取消",
            "最后",
            "催",
            "煤气",
            "着火",
            "，",
            "。",
            " ",
            "\n",
            "\t",
            "\u0000",
            "\uFEFF",
            "\u200D",
            "\uD83D",
            "\uDE00",
            "😀",
            "👨‍👩‍👧",
            "Ａ",
            "９",
            "ﷺ",
            "㍿",
            "İ",
            "ß",
            "%s",
            "%n",
            "\\",
            "$1",
            "<a href=x>",
            "]]>",
            "{no}",
            "'; DROP TABLE ticket; --",
            "是",
            "我",
            "的",
            "好",
            "十",
            "百",
            "零",
            "…",
            "=",
            "一二三四五");

    @Test
    void whateverIsSaidInWhateverTalkItIsRead() {
        Random random = new Random(20261122);
        for (int i = 0; i < TEXTS; i++) {
            String text = text(random, 1 + random.nextInt(12));
            Question asked = Question.values()[random.nextInt(Question.values().length)];
            int options = asked.hasOptions() ? 1 + random.nextInt(5) : 0;
            Intent intent = UNDERSTANDING.read(text, asked, options);

            assertThat(intent.about().length()).as(text).isLessThanOrEqualTo(text.length() * 4 + 4);
            if (intent.kind() == Intent.Kind.CHOICE) {
                assertThat(intent.choice()).as(text).isBetween(1, options);
            }
            if (intent.verdict() != null) {
                assertThat(intent.verdict().stars()).as(text).isBetween(1, 5);
            }
            assertThat(UNDERSTANDING.danger(text)).as(text).isNotNull();
        }
    }

    @Test
    void aLongTextOfOneKindIsReadAtOnce() {
        for (String piece : PIECES) {
            String text = piece.repeat(1 + 20_000 / piece.length());
            for (Question asked : Question.values()) {
                assertTimeout(AT_MOST, () -> UNDERSTANDING.read(text, asked, 3), () -> piece + " after " + asked);
            }
        }
    }

    @Test
    void aLongTextOfManyKindsIsReadAtOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 40; i++) {
            String text = text(random, 3_000);
            Question asked = Question.values()[i % Question.values().length];
            assertTimeout(AT_MOST, () -> UNDERSTANDING.read(text, asked, 3));
        }
    }

    @Test
    void theSameWordsMeanTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            String text = text(random, 6);

            assertThat(UNDERSTANDING.read(text, Question.NOTHING, 0))
                    .isEqualTo(UNDERSTANDING.read(text, Question.NOTHING, 0));
        }
    }

    private static String text(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
