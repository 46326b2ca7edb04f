package cn.huiyin.visit.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.problem.Refusal;
import org.junit.jupiter.api.Test;

class CardFlowTest {

    @Test
    void aCardIsDoneOnlyWithWhatWasDone() {
        assertThatThrownBy(() -> CardFlow.move(CardState.OPEN, CardColour.RED, CardMove.DONE, " ", null))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("做了什么");
        assertThat(CardFlow.move(CardState.TAKEN_UP, CardColour.RED, CardMove.DONE, "换好了水管", null)
                        .to())
                .isEqualTo(CardState.DONE);
    }

    @Test
    void anotherColourNeedsAReasonAndKeepsTheState() {
        var moved = CardFlow.move(CardState.TAKEN_UP, CardColour.YELLOW, CardMove.RECOLOUR, "天冷了，等不得", CardColour.RED);
        assertThat(moved).isEqualTo(new CardFlow.Moved(CardState.TAKEN_UP, CardColour.RED));
        assertThatThrownBy(
                        () -> CardFlow.move(CardState.OPEN, CardColour.RED, CardMove.RECOLOUR, "为什么", CardColour.RED))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nothingIsDoneWithACardThatIsDone() {
        for (CardMove move : CardMove.values()) {
            assertThatThrownBy(() -> CardFlow.move(CardState.DONE, CardColour.RED, move, "x", CardColour.GREEN))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> CardFlow.move(CardState.DROPPED, CardColour.RED, move, "x", CardColour.GREEN))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(CardFlow.open(CardState.DONE)).isEmpty();
    }
}
