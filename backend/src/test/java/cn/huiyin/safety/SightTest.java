package cn.huiyin.safety;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.safety.Sight.Viewer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {

    @ParameterizedTest
    @CsvSource({
        "PENDING,  AUTHOR,    true,",
        "PENDING,  REVIEWER,  true,  PENDING",
        "PENDING,  ACTING,    true,  PENDING",
        "PENDING,  ADDRESSEE, true,",
        "PENDING,  OTHERS,    false, PENDING",
        "HUMAN,    AUTHOR,    true,",
        "HUMAN,    REVIEWER,  true,  HUMAN",
        "HUMAN,    ACTING,    true,  HUMAN",
        "HUMAN,    ADDRESSEE, true,",
        "HUMAN,    OTHERS,    false, HUMAN",
        "HELD,     AUTHOR,    true,  HELD",
        "HELD,     REVIEWER,  true,  HELD",
        "HELD,     ACTING,    false, HELD",
        "HELD,     ADDRESSEE, false, HELD",
        "HELD,     OTHERS,    false, HELD",
        "REFUSED,  AUTHOR,    true,  REFUSED",
        "REFUSED,  REVIEWER,  true,  REFUSED",
        "REFUSED,  ACTING,    false, REFUSED",
        "REFUSED,  ADDRESSEE, false, REFUSED",
        "REFUSED,  OTHERS,    false, REFUSED",
        "PASSED,   OTHERS,    true,",
        "RELEASED, OTHERS,    true,"
    })
    void whoSeesWhat(CheckState state, Viewer viewer, boolean shown, @Nullable CheckState mark) {
        assertThat(Sight.of(state, viewer)).isEqualTo(new Sight(shown, mark));
    }

    @Test
    void whatNobodyMarkedIsForAll() {
        assertThat(Sight.of(null, Viewer.OTHERS)).isEqualTo(new Sight(true, null));
    }
}
