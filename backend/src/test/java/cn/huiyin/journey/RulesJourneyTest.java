package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What holds for the whole service: everybody reads it, its administrator changes it. Nothing here changes for other tests. */
@HuiyinTest
class RulesJourneyTest {

    private static final String POLICIES = "/api/v1/deadline-policies";
    private static final String OVERSIGHT = "/api/v1/oversight-rules";
    private static final String SERVICES = "/api/v1/visit-services";

    private final People people;

    RulesJourneyTest(WebTestClient client) {
        people = new People(client);
    }

    @Test
    void deadlinesThatArePublishedAgainAreANewVersion() {
        Said before = people.li.get(POLICIES + "/current");
        Map<String, Object> asked = Map.of("policy", before.body().get("policy"), "note", "重新公布，内容不变");

        assertThat(people.supervisor.post(POLICIES, asked).text("code")).isEqualTo("ADMIN_ONLY");
        Said published = people.admin.post(POLICIES, asked);

        assertThat(published.status()).as(published.body().toString()).isEqualTo(201);
        assertThat(published.body().get("version").asInt())
                .isGreaterThan(before.body().get("version").asInt());
        assertThat(people.li.get(POLICIES + "/current").body()).isEqualTo(published.body());
    }

    @Test
    void theRulesOfOversightAreChangedByWhoeverSawThemAsTheyAre() {
        Said before = people.admin.get(OVERSIGHT);
        String seen = before.headers().getETag();
        JsonNode same = ((ObjectNode) before.body().deepCopy()).without("version");

        Said changed = people.admin.putIfMatch(OVERSIGHT, same, seen);

        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(((ObjectNode) changed.body().deepCopy()).without("version")).isEqualTo(same);
        assertThat(people.admin.putIfMatch(OVERSIGHT, same, seen).status()).isEqualTo(412);
    }

    @Test
    void aServiceThatIsStoppedIsNoLongerOffered() {
        assertThat(people.dispatcher
                        .put(SERVICES + "/HAIR_AT_HOME", service(true))
                        .status())
                .isEqualTo(403);
        Said begun = people.admin.put(SERVICES + "/HAIR_AT_HOME", service(true));
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(200);
        assertThat(offered()).contains("HAIR_AT_HOME");

        people.admin.put(SERVICES + "/HAIR_AT_HOME", service(false));

        assertThat(offered()).isNotEmpty().doesNotContain("HAIR_AT_HOME");
    }

    private static Map<String, Object> service(boolean active) {
        return Map.of("name", "上门理发", "about", "给出门不便的人理发，每月第二个周六。", "needs", List.of("HEALTH"), "active", active);
    }

    private List<String> offered() {
        return people.li
                .get(SERVICES)
                .body()
                .get("items")
                .valueStream()
                .map(item -> item.get("code").asString())
                .toList();
    }
}
