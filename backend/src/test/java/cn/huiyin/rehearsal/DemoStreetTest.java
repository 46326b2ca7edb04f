package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

@HuiyinTest
class DemoStreetTest {

    /** Without the places that other tests add. */
    private static final String OF_THE_STREET =
            "SELECT count(*) FROM place WHERE kind = '%s' AND id ~ '^qinghe-c[0-9]+%s$'";

    private final WebTestClient client;
    private final DatabaseClient database;
    private final DemoStreet street;

    DemoStreetTest(WebTestClient client, DatabaseClient database, DemoStreet street) {
        this.client = client;
        this.database = database;
        this.street = street;
    }

    @ParameterizedTest
    @CsvSource({
        "demo-resident, 林小满, RESIDENT",
        "demo-resident-2, 周小雪, RESIDENT",
        "demo-grid-worker, 陈立夏, GRID_WORKER",
        "demo-handler, 王谷雨, HANDLER",
        "demo-handler-street, 郑寒露, HANDLER",
        "demo-handler-committee, 冯惊蛰, HANDLER",
        "demo-unit-lead, 吴白露, UNIT_LEAD",
        "demo-dispatcher, 孙春分, DISPATCHER",
        "demo-dispatcher-c4, 何处暑, DISPATCHER",
        "demo-supervisor, 杨清明, SUPERVISOR",
        "demo-admin, 许大寒, ADMIN"
    })
    void eachOfTheDemoPeopleLogsInWithTheirCode(String code, String name, String role) {
        client.post()
                .uri("/api/v1/sessions")
                .bodyValue(Map.of("code", code))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.account.displayName")
                .isEqualTo(name)
                .jsonPath("$.account.roles[?(@ == '" + role + "')]")
                .exists();
    }

    @Test
    void theStreetHas4Communities16GridsAnd64Buildings() {
        assertThat(countOf(OF_THE_STREET.formatted("COMMUNITY", ""))).isEqualTo(4);
        assertThat(countOf(OF_THE_STREET.formatted("GRID", "-g[0-9]+"))).isEqualTo(16);
        assertThat(countOf(OF_THE_STREET.formatted("BUILDING", "-g[0-9]+-b[0-9]+")))
                .isEqualTo(64);
    }

    @Test
    void settlingASecondTimeChangesNothing() throws Exception {
        var before = countOf("SELECT count(*) + sum(posts_version) FROM account WHERE miniapp_openid LIKE 'o-demo-%'");

        street.run(null);

        assertThat(countOf("SELECT count(*) + sum(posts_version) FROM account WHERE miniapp_openid LIKE 'o-demo-%'"))
                .isEqualTo(before);
    }

    @Test
    void allFollowTheOfficialAccountButTheSecondResident() {
        assertThat(DemoPerson.ALL)
                .filteredOn(person -> countOf("SELECT count(*) FROM official_account_follower WHERE unionid = '%s'"
                                .formatted(person.unionid()))
                        == 0)
                .extracting(DemoPerson::code)
                .containsExactly("demo-resident-2");
    }

    private long countOf(String sql) {
        return database.sql(sql).mapValue(Long.class).one().blockOptional().orElseThrow();
    }
}
