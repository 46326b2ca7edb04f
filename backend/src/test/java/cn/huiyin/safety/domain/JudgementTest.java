package cn.huiyin.safety.domain;

import static cn.huiyin.safety.CheckState.HELD;
import static cn.huiyin.safety.CheckState.HUMAN;
import static cn.huiyin.safety.CheckState.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.domain.Judgement.Known;
import cn.huiyin.safety.domain.Step.Await;
import cn.huiyin.safety.domain.Step.Later;
import cn.huiyin.safety.domain.Step.Settle;
import cn.huiyin.safety.spi.Finding;
import cn.huiyin.safety.spi.Finding.Away;
import cn.huiyin.safety.spi.Finding.CannotTell;
import cn.huiyin.safety.spi.Finding.Failed;
import cn.huiyin.safety.spi.Finding.Judged;
import cn.huiyin.safety.spi.Finding.Submitted;
import cn.huiyin.safety.spi.Finding.Suggest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JudgementTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Known RESIDENTS = new Known(false, 0, 0, Duration.ZERO);
    private static final Known STAFFS = new Known(true, 0, 0, Duration.ZERO);

    private final Judgement judgement = new Judgement(new Patience(
            HALF_AN_HOUR,
            3,
            5,
            Duration.ofHours(24),
            List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(10)),
            true));

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(new Judged(Suggest.PASS, 100), RESIDENTS, PASSED),
                Arguments.of(new Judged(Suggest.REVIEW, 20002), RESIDENTS, HELD),
                Arguments.of(new Judged(Suggest.RISKY, 20001), RESIDENTS, HELD),
                Arguments.of(new Judged(Suggest.RISKY, 20001), STAFFS, HELD),
                Arguments.of(new CannotTell("61010"), RESIDENTS, HUMAN),
                Arguments.of(new CannotTell("61010"), STAFFS, PASSED),
                Arguments.of(new Failed("47001"), new Known(false, 4, 0, Duration.ZERO), HUMAN),
                Arguments.of(new Away("-1", null), new Known(false, 40, 0, Duration.ofHours(24)), HUMAN),
                Arguments.of(new Away("-1", null), new Known(true, 40, 0, Duration.ofHours(24)), PASSED));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aLastWord(Finding finding, Known known, CheckState state) {
        assertThat(judgement.of(finding, known))
                .isInstanceOfSatisfying(
                        Settle.class, settle -> assertThat(settle.state()).isEqualTo(state));
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of(new Away("-1", null), 0, Duration.ofSeconds(5)),
                Arguments.of(new Away("-1", null), 1, Duration.ofSeconds(30)),
                Arguments.of(new Away("-1", null), 99, Duration.ofMinutes(10)),
                Arguments.of(new Away("45009", Duration.ofHours(1)), 0, Duration.ofHours(1)),
                Arguments.of(new Away("45011", Duration.ofMinutes(1)), 9, Duration.ofMinutes(10)),
                Arguments.of(new Failed("47001"), 3, Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void aWaitThatGrows(Finding finding, int failures, Duration wait) {
        assertThat(judgement.of(finding, new Known(false, failures, 0, Duration.ofHours(23))))
                .isInstanceOfSatisfying(
                        Later.class, later -> assertThat(later.after()).isEqualTo(wait));
    }

    @Test
    void aPhotoThatWasHandedInIsWaitedForAsLongAsWechatMayTake() {
        assertThat(judgement.of(new Submitted("t-1"), RESIDENTS)).isEqualTo(new Await("t-1", HALF_AN_HOUR));
    }

    @Test
    void aPhotoThatWechatCouldNotFetchIsHandedInAgainAndInTheEndAHumanLooks() {
        assertThat(judgement.lost("-1008", new Known(false, 0, 2, Duration.ZERO)))
                .isInstanceOf(Later.class);
        assertThat(judgement.lost("-1008", new Known(false, 0, 3, Duration.ZERO)))
                .isInstanceOfSatisfying(
                        Settle.class, settle -> assertThat(settle.state()).isEqualTo(HUMAN));
    }

    @Test
    void theWorstPieceOfALongTextCounts() {
        assertThat(Labels.worse(new Judged(Suggest.PASS, 100), new Judged(Suggest.REVIEW, 1)))
                .isEqualTo(new Judged(Suggest.REVIEW, 1));
        assertThat(Labels.worse(new Judged(Suggest.RISKY, 2), new Judged(Suggest.REVIEW, 1)))
                .isEqualTo(new Judged(Suggest.RISKY, 2));
    }

    @Test
    void aLongTextIsCutSoThatNoWordHidesInACutAndNoEmojiBreaks() {
        var text = "路灯坏了😀".repeat(1000);
        var pieces = Pieces.of(text, 2500);

        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.length()).isLessThanOrEqualTo(2500);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isFalse();
            assertThat(Character.isHighSurrogate(piece.charAt(piece.length() - 1)))
                    .isFalse();
        });
        var cut = pieces.get(0).length();
        assertThat(pieces.get(1)).contains(text.substring(cut - 49, cut));
        assertThat(text).endsWith(pieces.get(pieces.size() - 1)).startsWith(pieces.get(0));
        assertThat(Pieces.of("短", 2500)).containsExactly("短");
    }
}
