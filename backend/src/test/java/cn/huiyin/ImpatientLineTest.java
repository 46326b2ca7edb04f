package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImpatientLineTest {

    private final EmbeddedChannel line = new EmbeddedChannel(new ImpatientLine());

    @BeforeEach
    void timeStandsStill() {
        line.freezeTime();
    }

    @Test
    void aQuestionNobodyAnswersEndsTheLine() {
        line.writeOutbound("SELECT");
        pass(ImpatientLine.SECONDS - 1);
        assertThat(line.isOpen()).isTrue();

        pass(2);

        assertThat(line.isOpen()).isFalse();
    }

    @Test
    void anAnsweredQuestionLeavesItOpen() {
        line.writeOutbound("SELECT");
        pass(ImpatientLine.SECONDS - 1);
        line.writeInbound("answer");

        pass(10L * ImpatientLine.SECONDS);

        assertThat(line.isOpen()).isTrue();
    }

    @Test
    void whatIsAskedAfterALongRestHasAllItsTime() {
        pass(3L * ImpatientLine.SECONDS - 1);
        line.writeOutbound("SELECT");

        pass(ImpatientLine.SECONDS - 1);
        assertThat(line.isOpen()).isTrue();

        pass(2);
        assertThat(line.isOpen()).isFalse();
    }

    private void pass(long seconds) {
        line.advanceTimeBy(seconds, TimeUnit.SECONDS);
        line.runScheduledPendingTasks();
    }
}
