package cn.huiyin.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The menu that is published fits into WeChat's limits, and the bot knows each of its keys. */
class MenuTest {

    private static final int BUTTONS = 3;
    private static final int BELOW_A_BUTTON = 5;

    @Test
    void eachKeyIsKnownAndEachIsOnTheMenu() throws IOException {
        assertThat(taps(menu()))
                .extracting(tap -> tap.get("key").asString())
                .containsExactlyInAnyOrder(
                        Arrays.stream(MenuKey.values()).map(MenuKey::name).toArray(String[]::new));
    }

    @Test
    void itFitsIntoWhatWechatShows() throws IOException {
        JsonNode buttons = menu().get("button");
        assertThat(buttons.size()).isLessThanOrEqualTo(BUTTONS);
        for (JsonNode button : buttons) {
            assertThat(button.get("name").asString().length()).isLessThanOrEqualTo(4);
            assertThat(button.path("sub_button").size()).isLessThanOrEqualTo(BELOW_A_BUTTON);
        }
        assertThat(taps(menu())).allSatisfy(tap -> {
            assertThat(tap.get("type").asString()).isEqualTo("click");
            assertThat(tap.get("name").asString().length()).isLessThanOrEqualTo(7);
        });
    }

    private static List<JsonNode> taps(JsonNode menu) {
        List<JsonNode> taps = new ArrayList<>();
        for (JsonNode button : menu.get("button")) {
            if (button.has("key")) {
                taps.add(button);
            }
            button.path("sub_button").forEach(taps::add);
        }
        return taps;
    }

    private static JsonNode menu() throws IOException {
        try (InputStream menu = MenuTest.class.getResourceAsStream("/conversation/menu.json")) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(menu));
        }
    }
}
