package cn.huiyin.console;

import cn.huiyin.community.PlacePath;
import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import cn.huiyin.identity.store.SessionStore;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Brings a street, so it has a service of its own: where there are two, a newcomer of neither is asked for the place. */
@HuiyinTest
@TestPropertySource(properties = "test.alone=ConsoleOverHttpTest")
@DirtiesContext
class ConsoleOverHttpTest {

    private static final String STREET = """
            {"places": [{"id": "lanxi", "kind": "STREET", "name": "兰溪街道", "lng": 83.5, "lat": 39.5},
                        {"id": "lanxi-c1", "kind": "COMMUNITY", "parent": "lanxi", "name": "采薇社区"},
                        {"id": "lanxi-c2", "kind": "COMMUNITY", "parent": "lanxi", "name": "扶桑社区"}],
             "units": [{"id": "lanxi-office", "kind": "STREET_OFFICE", "name": "兰溪街道办事处", "serves": "lanxi",
                        "duties": ["POLICY"]}]}
            """;

    private static final String SUB_ITEM = """
            {"name": "快递柜", "guide": "说清是哪个柜子。", "urgency": "NORMAL", "handling": "IMMEDIATE"}
            """;

    private final WebTestClient client;
    private final SessionStore sessions;

    ConsoleOverHttpTest(WebTestClient client, SessionStore sessions) {
        this.client = client;
        this.sessions = sessions;
    }

    @Test
    void aStreetThatAnAdminHandedInCanBeWalkedPageByPage() {
        put("/api/v1/community", STREET, adminOf("/lanxi/")).expectStatus().isOk();

        get("/api/v1/places?parent=lanxi&size=1", resident())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].inWords")
                .isEqualTo("兰溪街道 采薇社区")
                .jsonPath("$.nextCursor")
                .isEqualTo("lanxi-c1");
        get("/api/v1/places?parent=lanxi&size=1&cursor=lanxi-c1", resident())
                .expectBody()
                .jsonPath("$.items[0].id")
                .isEqualTo("lanxi-c2")
                .jsonPath("$.nextCursor")
                .isEmpty();
        get("/api/v1/units?size=100", resident())
                .expectBody()
                .jsonPath("$.items[?(@.id == 'lanxi-office')].duties[0]")
                .isEqualTo("POLICY");
    }

    @Test
    void anAdminOfAnotherStreetOrAResidentMayNotHandItIn() {
        put("/api/v1/community", STREET, adminOf("/qinghe/")).expectStatus().isForbidden();
        put("/api/v1/community", STREET, resident()).expectStatus().isForbidden();
    }

    @Test
    void aWrongStreetIsRefusedWithItsEntryNamed() {
        put("/api/v1/community", STREET.replace("\"parent\": \"lanxi\"", "\"parent\": \"x\""), adminOf("/lanxi/"))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("places[1].parent");
    }

    @Test
    void placesNeedALoginAndAnUnknownOneIsNotFound() {
        client.get().uri("/api/v1/places").exchange().expectStatus().isUnauthorized();
        get("/api/v1/places?parent=nowhere", resident()).expectStatus().isNotFound();
        get("/api/v1/places?size=101", resident()).expectStatus().isEqualTo(422);
        get("/api/v1/units?cursor=nobody", resident()).expectStatus().isEqualTo(422);
    }

    @Test
    void everybodySeesTheCategoriesWithTheirGuides() {
        client.get()
                .uri("/api/v1/categories")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(6)
                .jsonPath("$.items[0].subItems[0].name")
                .isEqualTo("路灯损坏");
    }

    @Test
    void aDispatcherAddsASubItemAndAResidentDoesNot() {
        var dispatcher = sessionOf(Post.at(Role.DISPATCHER, new PlacePath("/lanxi/")));

        put("/api/v1/console/categories/OTHER.PARCELS", SUB_ITEM, dispatcher)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("OTHER.PARCELS");
        put("/api/v1/console/categories/OTHER.PARCELS", SUB_ITEM, resident())
                .expectStatus()
                .isForbidden();
        put("/api/v1/console/categories/OTHER.PARCELS", "{}", dispatcher)
                .expectStatus()
                .isEqualTo(422);
    }

    private ResponseSpec put(String path, String json, String token) {
        return client.put()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(json)
                .exchange();
    }

    private ResponseSpec get(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private String resident() {
        return sessionOf(Post.resident());
    }

    private String adminOf(String place) {
        return sessionOf(Post.resident(), Post.at(Role.ADMIN, new PlacePath(place)));
    }

    /** Somebody nobody else knows, already logged in. */
    private String sessionOf(Post... posts) {
        var id = new AccountId(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41));
        return sessions.open(new Caller(id, "某人", List.of(posts)), Duration.ofMinutes(10))
                .block()
                .token();
    }
}
