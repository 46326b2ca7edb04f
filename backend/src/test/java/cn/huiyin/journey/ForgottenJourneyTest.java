package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.huiyin.household.HouseholdId;
import cn.huiyin.household.VisitorCards;
import cn.huiyin.identity.AccountId;
import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rights.RightsDesk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** People are told all that is held on them, and are forgotten when they ask for it; and what lies in the database says nothing. */
@HuiyinTest
class ForgottenJourneyTest {

    private static final String BUILDING = "qinghe-c1-g1-b4";
    private static final String MINE = "/api/v1/households/mine";
    private static final String ERASURES = "/api/v1/me/erasures";

    private final People people;
    private final DatabaseClient database;
    private final ReactiveStringRedisTemplate redis;
    private final RightsDesk rights;
    private final VisitorCards cards;
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();

    ForgottenJourneyTest(
            WebTestClient client,
            DatabaseClient database,
            ReactiveStringRedisTemplate redis,
            RightsDesk rights,
            VisitorCards cards) {
        this.cards = cards;
        people = new People(client);
        this.database = database;
        this.redis = redis;
        this.rights = rights;
    }

    /** All loggers at their usual levels. */
    @BeforeEach
    void listen() {
        said.start();
        root().addAppender(said);
    }

    @AfterEach
    void listenNoMore() {
        root().detachAppender(said);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    @Test
    void whatLiesInTheDatabaseInRedisAndInTheLogNamesNobody() {
        String room = People.anyRoom();
        Person resident = people.livingIn(BUILDING, room);
        List<String> planted = List.of(
                "椿谷雨藏", "13900006601", "999999198805062415", "对花粉过敏藏", "13900006602", "柜子里有备用钥匙藏", "残疾证编号藏", "想学剪纸藏");
        people.gridWorker.post(
                "/api/v1/households",
                Map.of(
                        "buildingId",
                        BUILDING,
                        "room",
                        People.anyRoom(),
                        "why",
                        planted.get(5),
                        "changes",
                        List.of(
                                Map.of(
                                        "kind",
                                        "MEMBER",
                                        "name",
                                        planted.get(0),
                                        "phone",
                                        planted.get(1),
                                        "idNumber",
                                        planted.get(2),
                                        "health",
                                        planted.get(3)),
                                Map.of("kind", "NOTE", "words", planted.get(5)),
                                Map.of("kind", "TAG", "code", "DISABLED", "words", planted.get(6)))));
        Said kept = resident.postOnce(
                MINE + "/changes",
                UUID.randomUUID().toString(),
                Map.of(
                        "why",
                        planted.get(5),
                        "changes",
                        List.of(
                                Map.of("kind", "CONTACT", "name", planted.get(0), "phone", planted.get(4)),
                                Map.of("kind", "WISH", "code", "SPORTS_AND_ARTS", "words", planted.get(7)),
                                Map.of("kind", "MEMBER", "name", planted.get(0), "idNumber", planted.get(2)))));
        assertThat(kept.status()).isEqualTo(200);
        people.gridWorker.post("/api/v1/households/searches", Map.of("phone", planted.get(1), "purpose", "VERIFY"));
        people.gridWorker.get("/api/v1/household-proposals?size=100");
        assertThat(resident.get(MINE).body().toString()).contains(planted.get(4));

        for (String word : planted) {
            assertThat(tablesWith(word)).as(word).isEmpty();
            assertThat(redisHolds(word)).as(word).isFalse();
            assertThat(List.copyOf(said.list))
                    .noneMatch(line -> line.getFormattedMessage().contains(word));
        }
    }

    @Test
    void aVisitorSeesACardOfTheHomeAndTheHouseholdSeesThatTheyLooked() {
        Person resident = people.livingIn(BUILDING, People.anyRoom());
        resident.post(
                MINE + "/changes",
                Map.of(
                        "changes",
                        List.of(
                                Map.of("kind", "CONTACT", "name", "槐白露", "phone", "13900006606"),
                                Map.of("kind", "WISH", "code", "HEALTH_ADVICE", "words", "想量血压"))));
        var home = new HouseholdId(resident.get(MINE).text("id"));
        var card = Objects.requireNonNull(cards.card(home, AccountId.SYSTEM).block());

        assertThat(card.contacts().get(0).name()).isEqualTo("槐**");
        assertThat(card.contacts().get(0).phone()).isEqualTo("139****6606");
        assertThat(card.wishes().get(0).words()).isEqualTo("想量血压");
        JsonNode look = resident.get(MINE + "/looks").body().at("/items/0");
        assertThat(look.get("what").asString()).isEqualTo("CARD");
        assertThat(look.get("role").asString()).isEqualTo("上门服务人员");
    }

    @Test
    void anExportTellsAllThatIsHeld() {
        Person resident = people.livingIn(BUILDING, People.anyRoom());
        String code = "phone-of-export-" + UUID.randomUUID();
        resident.put("/api/v1/me/phone", Map.of("code", code));
        String no = resident.files("楼道里有一盏灯不亮").text("no");
        resident.post(MINE + "/changes", Map.of("changes", List.of(Map.of("kind", "CONTACT", "phone", "13900006603"))));

        JsonNode sections = resident.post("/api/v1/me/exports", Map.of()).body().get("sections");

        assertThat(sections.at("/account/phone").asString()).isEqualTo(People.phoneBehind(code));
        assertThat(sections.at("/account/homeBuilding").asString()).isEqualTo(BUILDING);
        assertThat(sections.at("/tickets/items/0/no").asString()).isEqualTo(no);
        assertThat(sections.at("/household/homes/0/contact/0/phone").asString()).isEqualTo("13900006603");
        assertThat(sections.has("messages")).isTrue();
        assertThat(sections.has("ratings")).isTrue();
        assertThat(people.newcomer().post("/api/v1/me/exports", Map.of()).body().toString())
                .doesNotContain(no, "13900006603");
    }

    @Test
    void aRequestToBeForgottenMayBeTakenBackWhileItCools() {
        Person resident = people.newcomer();
        Said asked = resident.post(ERASURES, Map.of());
        Said again = resident.post(ERASURES, Map.of());

        assertThat(asked.status()).isEqualTo(201);
        assertThat(asked.text("state")).isEqualTo("WAITING");
        assertThat(again.text("id")).isEqualTo(asked.text("id"));
        String withdraw = ERASURES + "/" + asked.text("id") + "/withdraw";
        assertThat(people.newcomer().post(withdraw, Map.of()).status()).isEqualTo(404);
        assertThat(resident.post(withdraw, Map.of()).text("state")).isEqualTo("WITHDRAWN");
        assertThat(resident.post(withdraw, Map.of()).status()).isEqualTo(409);
        assertThat(people.gridWorker.post(ERASURES, Map.of()).text("code")).isEqualTo("ERASURE_STAFF");
    }

    @Test
    void whoAsksToBeForgottenIsAndTheRecordsStayWithoutThem() {
        String code = "forget-" + UUID.randomUUID();
        String room = People.anyRoom();
        Person resident = people.person(code);
        resident.put("/api/v1/me/home", Map.of("buildingId", BUILDING, "room", room));
        String account = resident.get("/api/v1/me").text("id");
        people.gridWorker.change("/api/v1/homes/%s/confirm".formatted(account), Map.of(), "\"1\"");
        resident.put("/api/v1/me/phone", Map.of("code", code));
        String no = resident.files("屋顶漏水，请打 13900006604 找我").text("no");
        resident.post("/api/v1/tickets/%s/supplements".formatted(no), Map.of("description", "昨晚又漏了藏"));
        resident.post(
                MINE + "/changes",
                Map.of(
                        "changes",
                        List.of(
                                Map.of("kind", "CONTACT", "phone", "13900006605"),
                                Map.of("kind", "MEMBER", "name", "榆秋分藏", "me", true),
                                Map.of("kind", "MEMBER", "name", "榆立冬家人"))));
        accept(room);
        String id = resident.get(MINE).text("id");

        String erasure = resident.post(ERASURES, Map.of()).text("id");
        people.advance(Duration.ofDays(8));
        // As its round does where the database gives up on a transaction that waited for others.
        rights.carryOutDue().retry(3).block(Duration.ofSeconds(120));

        assertThat(row("SELECT state || array_to_string(done, '') FROM erasure WHERE id = " + erasure))
                .startsWith("DONE")
                .contains("依法保留");
        assertThat(row(
                        "SELECT display_name || coalesce(miniapp_openid, '-') || coalesce(phone_index, '-') FROM account WHERE id = "
                                + account))
                .isEqualTo("已注销用户--");
        JsonNode ticket = people.dispatcher.sees(no).body();
        assertThat(ticket.get("description").asString()).isEqualTo("屋顶漏水，请打 *** 找我");
        assertThat(ticket.toString()).doesNotContain("昨晚又漏了藏", "13900006604");
        assertThat(people.dispatcher
                        .get("/api/v1/tickets/%s/verification".formatted(no))
                        .body()
                        .get("valid")
                        .asBoolean())
                .isTrue();
        JsonNode home = people.gridWorker
                .get("/api/v1/households/" + id + "?purpose=VERIFY")
                .body();
        assertThat(home.get("members")).hasSize(1);
        assertThat(home.at("/members/0/name").asString()).isEqualTo("榆立冬家人");
        assertThat(home.get("contacts")).isEmpty();
        JsonNode history = people.gridWorker
                .get("/api/v1/households/" + id + "/history?purpose=VERIFY&size=100")
                .body();
        assertThat(history.toString()).doesNotContain("榆秋分藏").contains("\"erased\":true");
        assertThat(people.gridWorker
                        .post("/api/v1/households/searches", Map.of("phone", "13900006605", "purpose", "VERIFY"))
                        .body()
                        .get("items"))
                .isEmpty();

        assertThat(rights.carryOutDue().block(Duration.ofSeconds(30))).isZero();
        assertThat(row("SELECT count(*)::text FROM account WHERE miniapp_openid LIKE '%" + code + "'"))
                .isEqualTo("0");
        assertThat(soon(() -> resident.get("/api/v1/me").status() == 401)).isTrue();
    }

    /** Sessions end within seconds. */
    private static boolean soon(java.util.function.BooleanSupplier happened) {
        return Boolean.TRUE.equals(reactor.core.publisher.Flux.interval(Duration.ofMillis(200))
                .publishOn(reactor.core.scheduler.Schedulers.boundedElastic())
                .map(tick -> happened.getAsBoolean())
                .any(yes -> yes)
                .block(Duration.ofSeconds(30)));
    }

    private void accept(String room) {
        String id = people.gridWorker
                .all("/api/v1/household-proposals")
                .valueStream()
                .filter(one -> one.get("room").asString().equals(room))
                .map(one -> one.get("id").asString())
                .findFirst()
                .orElseThrow();
        people.gridWorker.post("/api/v1/household-proposals/%s/accept".formatted(id), Map.of());
    }

    /** Every table, every row, every column as text. */
    private List<String> tablesWith(String word) {
        List<String> tables = Objects.requireNonNull(
                database.sql("""
                        SELECT quote_ident(table_name) AS name
                          FROM information_schema.tables
                         WHERE table_schema = 'public' AND table_type = 'BASE TABLE'
                        """).mapValue(String.class).all().collectList().block());
        return tables.stream().filter(table -> holds(table, word)).toList();
    }

    private boolean holds(String table, String word) {
        return Boolean.TRUE.equals(
                database.sql("SELECT EXISTS (SELECT FROM %s AS t WHERE position(:word IN t::text) > 0) AS found"
                                .formatted(table))
                        .bind("word", word)
                        .mapValue(Boolean.class)
                        .one()
                        .block());
    }

    private boolean redisHolds(String word) {
        return Boolean.TRUE.equals(redis.scan()
                .flatMap(key -> redis.opsForValue()
                        .get(key)
                        .onErrorResume(other -> redis.opsForHash()
                                .entries(key)
                                .map(Object::toString)
                                .reduce("", String::concat)
                                .onErrorReturn(""))
                        .map(value -> (key + value).contains(word)))
                .any(found -> found)
                .block(Duration.ofSeconds(30)));
    }

    private String row(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).one().block());
    }
}
