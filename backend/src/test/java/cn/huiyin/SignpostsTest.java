package cn.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.Signposts.Shape;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

class SignpostsTest {

    @ParameterizedTest
    @CsvSource({
        "/api/v1/tickets/{no}, /api/v1/tickets/HY1, true",
        "/api/v1/tickets/{no}, /api/v1/visits/HY1, false",
        "/api/v1/tickets/{no}, /api/v1/tickets/HY1/moves, false",
        "/api/v1/tickets/{no}, /api/v1/tickets, false",
        "/api/v1/tickets, /api/v1/tickets, true",
        "/api/v1/tickets, /api/v1/ticket%73, true",
        "/assets/**, /assets/a/b, true",
        "/assets/**, /elsewhere, true"
    })
    void mostAddressesAreOutAfterAWord(String pattern, String address, boolean maybe) {
        assertThat(Shape.of(pattern).mayBe(PathContainer.parsePath(address))).isEqualTo(maybe);
    }

    /** Whatever Spring would have found is still found. */
    @Test
    void noAddressThatFitsIsLost() {
        long seed = System.nanoTime();
        System.out.println("SignpostsTest seed " + seed);
        var random = new Random(seed);
        var words = List.of("a", "b", "tickets", "{no}", "x{no}", "{no}.csv", "", "%61", "a;v=1", "**", "*", "a b");
        for (int i = 0; i < 20_000; i++) {
            var pattern = path(random, words);
            var address = path(random, words);
            if (isPattern(pattern)
                    && PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(address))) {
                assertThat(Shape.of(pattern).mayBe(PathContainer.parsePath(address)))
                        .as("%s for %s", pattern, address)
                        .isTrue();
            }
        }
    }

    /** Anything for several strokes stands at the end only, and a name once. */
    private static boolean isPattern(String pattern) {
        return !pattern.matches(".*\\*\\*/.*") && pattern.split("\\{no}", -1).length <= 2;
    }

    private static String path(Random random, List<String> words) {
        return String.join(
                "",
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(i -> "/" + words.get(random.nextInt(words.size())))
                        .toList());
    }
}
