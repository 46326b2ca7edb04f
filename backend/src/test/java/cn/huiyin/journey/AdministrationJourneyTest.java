package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.HuiyinTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.test.web.reactive.server.WebTestClient;

/** G1, G2, G3: what administrators, supervisors and grid workers look up and decide about people, over HTTP. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class AdministrationJourneyTest {

    private final People people;

    AdministrationJourneyTest(WebTestClient client) {
        people = new People(client);
    }

    @Test
    void anAdministratorFindsAPersonAndGivesThemAPost() {
        String id = people.newcomer().get("/api/v1/me").text("id");

        var found = people.admin.post("/api/v1/accounts/searches", Map.of("id", id));
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body().get("items").get(0).get("id").asString()).isEqualTo(id);

        var appointed = people.admin.putIfMatch(
                "/api/v1/accounts/%s/posts".formatted(id),
                Map.of("posts", List.of(Map.of("role", "GRID_WORKER", "placeId", "qinghe-c1-g2"))),
                found.body().get("items").get(0).get("etag").asString());
        assertThat(appointed.status()).as(appointed.body().toString()).isEqualTo(200);
    }

    @Test
    void aGridWorkerSeesWhoClaimsAnAddressAndRefusesWhatIsNotTrue() {
        var resident = people.newcomer();
        resident.put("/api/v1/me/home", Map.of("buildingId", "qinghe-c1-g1-b1", "room", People.anyRoom()));
        String id = resident.get("/api/v1/me").text("id");

        var waiting = people.gridWorker.get("/api/v1/homes?size=1");
        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.body().get("items")).isNotEmpty();
        var refused = people.gridWorker.change("/api/v1/homes/%s/refuse".formatted(id), Map.of(), "\"1\"");
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(200);
    }

    @Test
    void aSupervisorVerifiesTheAuditChain() {
        assertThat(people.supervisor.get("/api/v1/audit/head").status()).isEqualTo(200);
        assertThat(people.supervisor.get("/api/v1/audit/entries?size=1").status())
                .isEqualTo(200);
        assertThat(people.supervisor.get("/api/v1/audit/verification").status()).isEqualTo(200);
    }

    @Test
    void whatIsInForceCanBeRead() {
        assertThat(people.li.get("/api/v1/deadline-policies/current").status()).isEqualTo(200);
        assertThat(people.li.get("/api/v1/me/erasures").status()).isEqualTo(200);
        assertThat(people.admin.get("/api/v1/keys").status()).isEqualTo(200);
        assertThat(people.dispatcher.get("/api/v1/cares/counts").status()).isEqualTo(200);
        assertThat(people.dispatcher.get("/api/v1/visit-teams/qualifications").status())
                .isEqualTo(200);
    }
}
