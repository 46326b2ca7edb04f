package cn.huiyin.digest;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.calendar.Calendars;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rehearsal.RehearsalClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** M4: from a ticket to the morning's digest on the phone and in the hand. */
@HuiyinTest
class DigestJourneyTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUIET = "qinghe-c4-g4";
    private static final String QUIET_DIGESTS = "SELECT count(*) FROM digest WHERE place = '" + QUIET + "'";

    private final WebTestClient client;
    private final DigestPlanner planner;
    private final Delivery delivery;
    private final RehearsalClock clock;
    private final Calendars calendars;
    private final DatabaseClient database;

    DigestJourneyTest(
            WebTestClient client,
            DigestPlanner planner,
            Delivery delivery,
            RehearsalClock clock,
            Calendars calendars,
            DatabaseClient database) {
        this.client = client;
        this.planner = planner;
        this.delivery = delivery;
        this.clock = clock;
        this.calendars = calendars;
        this.database = database;
    }

    @Test
    void theGridWorkerReadsInTheMorningWhatCameInSinceYesterday() {
        var no = files("qinghe-c1-g1");
        var morning = playToTheNextMorning();

        var digest = newest("demo-grid-worker", "DIGEST_GRID", "听雨一网格");
        assertThat(digest.path("sentence").asString()).contains("听雨一网格今天要看的：", "新来");
        var read = get("/api/v1/digests/" + idIn(digest), "demo-grid-worker");
        assertThat(read.path("day").asString()).isEqualTo(morning.toString());
        assertThat(read.at("/grid/filed/count").asInt()).isPositive();
        assertThat(read.at("/community").isNull()).isTrue();
        assertThat(numbersFiledIn(read, "qinghe-c1-g1")).contains(no);
        assertThat(sentTo("mp-demo-grid-worker", digest))
                .as(text(
                        "SELECT string_agg(state || ' ' || coalesce(channel, '') || ' ' || tried::text || coalesce(last_error, ''), ';')"
                                + " FROM outbox WHERE recipient IS NOT NULL AND subject_id = 'GRID/qinghe-c1-g1/"
                                + morning + "'"))
                .isTrue();
    }

    @Test
    void aGridWhereNothingHappenedIsNotSpokenOf() {
        var before = count(QUIET_DIGESTS);
        withNobodyAtHome(QUIET, () -> {
            playToTheNextMorning();
            playToTheNextMorning();
        });

        assertThat(count(QUIET_DIGESTS)).isEqualTo(before);
        assertThat(count(
                        "SELECT count(*) FROM outbox WHERE subject_id LIKE 'GRID/qinghe-c4-g4/%' AND state = 'WITHDRAWN'"
                                + " AND last_error = 'there is nothing to say'"))
                .isPositive();
    }

    @Test
    void onMondayTheCommunitysOwnDispatcherHearsAndNotTheStreets() {
        files("qinghe-c2-g1");
        playToTheNextMonday();

        var digest = newest("demo-dispatcher-c2", "DIGEST_COMMUNITY", "望山社区");
        assertThat(digest.path("sentence").asString()).contains("望山社区上周：收到");
        assertThat(inbox("demo-dispatcher", "DIGEST_COMMUNITY")).isZero();
        var read = get("/api/v1/digests/" + idIn(digest), "demo-dispatcher-c2");
        assertThat(read.at("/community/filed").asInt()).isPositive();
        assertThat(LocalDate.parse(read.path("day").asString()).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void theSupervisorReadsOfTheMonthByCommunity() {
        files("qinghe-c2-g1");
        playToTheNextMonth();

        var digest = newest("demo-supervisor", "DIGEST_STREET", "青禾街道");
        assertThat(digest.path("sentence").asString()).contains("青禾街道上个月：收到", "各社区的情况请点开看");
        var read = get("/api/v1/digests/" + idIn(digest), "demo-supervisor");
        assertThat(read.at("/street/communities")
                        .valueStream()
                        .map(line -> line.at("/community/name").asString())
                        .toList())
                .contains("听雨社区", "望山社区", "映荷社区");
    }

    @Test
    void anAnswerCountsAsLateWhereItsDeadlineHadPassed() {
        var early = inProgress();
        moves("demo-handler", early, "REPLY");
        var late = inProgress();
        clock.advance(Duration.ofDays(30));
        moves("demo-handler", late, "REPLY");

        assertThat(count("SELECT count(*) FROM counted_reply WHERE no = '%s' AND NOT late".formatted(early)))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM counted_reply WHERE no = '%s' AND late".formatted(late)))
                .isEqualTo(1);
    }

    private String inProgress() {
        var no = files("qinghe-c1-g1");
        moves("demo-dispatcher", no, "CLASSIFY");
        moves("demo-dispatcher", no, "DISPATCH");
        moves("demo-handler", no, "ACCEPT");
        return no;
    }

    private void moves(String code, String no, String move) {
        client.post()
                .uri("/api/v1/tickets/%s/moves".formatted(no))
                .headers(headers -> {
                    headers.setBearerAuth(token(code));
                    headers.setIfMatch("*");
                })
                .bodyValue(Map.of("move", move, "note", "换好了"))
                .exchange()
                .expectStatus()
                .isOk();
    }

    @Test
    void whateverIsPlannedTwiceIsToldOnce() {
        files("qinghe-c1-g2");
        planner.plan().block();
        playToTheNextMorning();
        planner.plan().block();
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        assertThat(
                        count(
                                "SELECT count(*) - count(DISTINCT (account, subject_id)) FROM inbox WHERE subject_kind = 'digest'"))
                .isZero();
        assertThat(count("SELECT count(*) - count(DISTINCT (kind, place, day)) FROM digest"))
                .isZero();
    }

    @Test
    void onlyWhoHoldsAPostThereReadsIt() {
        files("qinghe-c1-g1");
        playToTheNextMorning();
        var id = idIn(newest("demo-grid-worker", "DIGEST_GRID", "听雨一网格"));

        assertThat(get("/api/v1/digests/" + id, "demo-dispatcher-c1").path("id").asString())
                .isEqualTo(id);
        assertThat(get("/api/v1/digests/" + id, "demo-supervisor").path("id").asString())
                .isEqualTo(id);
        ask("/api/v1/digests/" + id, "demo-dispatcher-c2").expectStatus().isNotFound();
        ask("/api/v1/digests/" + id, "demo-resident").expectStatus().isNotFound();
        ask("/api/v1/digests/" + id, "demo-handler").expectStatus().isNotFound();
        ask("/api/v1/digests", "demo-resident").expectStatus().isForbidden();
        assertThat(get("/api/v1/digests?scope=grid&size=100", "demo-dispatcher-c1")
                        .path("items")
                        .valueStream()
                        .map(item -> item.at("/place/id").asString())
                        .toList())
                .isNotEmpty()
                .allMatch(place -> place.startsWith("qinghe-c1-"));
        var first = get("/api/v1/digests?size=1", "demo-supervisor");
        assertThat(get(
                                "/api/v1/digests?size=1&cursor="
                                        + first.path("nextCursor").asString(),
                                "demo-supervisor")
                        .at("/items/0/id")
                        .asLong())
                .isLessThan(first.at("/items/0/id").asLong());
        for (var bad : new String[] {"?scope=house", "?size=0", "?size=101", "?cursor=0", "?cursor=x"}) {
            ask("/api/v1/digests" + bad, "demo-supervisor").expectStatus().isEqualTo(422);
        }
        ask("/api/v1/digests/x", "demo-supervisor").expectStatus().is4xxClientError();
    }

    /** Other tests let people move in everywhere; nobody is at home here meanwhile, so that no visit is due. */
    private void withNobodyAtHome(String grid, Runnable deed) {
        execute("CREATE TABLE rehearsal_quiet AS SELECT id, status FROM household WHERE grid = '" + grid + "'");
        execute("UPDATE household SET status = 'EMPTY' WHERE grid = '" + grid + "'");
        try {
            deed.run();
        } finally {
            execute("UPDATE household AS h SET status = q.status FROM rehearsal_quiet AS q WHERE q.id = h.id");
            execute("DROP TABLE rehearsal_quiet");
        }
    }

    private void execute(String sql) {
        database.sql(sql).then().block(PATIENCE);
    }

    private String files(String grid) {
        return read(client.post()
                        .uri("/api/v1/tickets")
                        .headers(headers -> headers.setBearerAuth(token("demo-resident")))
                        .bodyValue(Map.of("description", "楼下的路灯不亮了", "place", Map.of("gridId", grid)))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("no")
                .asString();
    }

    private LocalDate playToTheNextMorning() {
        return playTo(now().toLocalDate().plusDays(1));
    }

    private void playToTheNextMonday() {
        var monday = now().toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        playTo(calendars.current().workingDayOnOrAfter(monday));
    }

    private void playToTheNextMonth() {
        var first = now().toLocalDate().plusMonths(1).withDayOfMonth(1);
        playTo(calendars.current().workingDayOnOrAfter(first));
    }

    /** Plans the day before, as a program that runs all the time does, and delivers in the morning. */
    private LocalDate playTo(LocalDate day) {
        var morning = day.atTime(8, 31).atZone(WorkingCalendar.ZONE);
        clock.advance(Duration.between(now(), morning.minusHours(12)));
        planner.plan().block(PATIENCE);
        clock.advance(Duration.between(now(), morning));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        return day;
    }

    private ZonedDateTime now() {
        return clock.now().atZone(WorkingCalendar.ZONE);
    }

    private JsonNode newest(String code, String occasion, String place) {
        return get("/api/v1/inbox?size=100", code)
                .path("items")
                .valueStream()
                .filter(item -> item.path("occasion").asString().equals(occasion))
                .filter(item -> item.path("sentence").asString().contains(place))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code + " heard no " + occasion));
    }

    private long inbox(String code, String occasion) {
        return get("/api/v1/inbox?size=100", code)
                .path("items")
                .valueStream()
                .filter(item -> item.path("occasion").asString().equals(occasion))
                .count();
    }

    private static String idIn(JsonNode message) {
        var page = message.path("page").asString();
        assertThat(page).startsWith("pages/desk/digest?id=");
        return page.substring(page.indexOf('=') + 1);
    }

    /** Whatever the digest's own time says came in. */
    private List<String> numbersFiledIn(JsonNode digest, String grid) {
        return database.sql("SELECT no FROM ticket WHERE grid = '%s' AND filed_at >= '%s' AND filed_at < '%s'"
                        .formatted(
                                grid,
                                digest.path("from").asString(),
                                digest.path("to").asString()))
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block();
    }

    private boolean sentTo(String openid, JsonNode digest) {
        var ledger = read(
                client.get().uri("/rehearsal/wechat/messages?openid=" + openid).exchange());
        return StreamSupport.stream(ledger.path("items").spliterator(), false)
                .anyMatch(sent ->
                        sent.path("page").asString().equals(digest.path("page").asString())
                                && sent.at("/outcome/errcode").asInt(-1) == 0);
    }

    private String text(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNullElse(row.get(0, String.class), ""))
                .one()
                .block());
    }

    private long count(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block());
    }

    private JsonNode get(String path, String code) {
        return read(ask(path, code).expectStatus().isOk());
    }

    private ResponseSpec ask(String path, String code) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token(code)))
                .exchange();
    }

    private String token(String code) {
        return read(client.post()
                        .uri("/api/v1/sessions")
                        .bodyValue(Map.of("code", code))
                        .exchange()
                        .expectStatus()
                        .isCreated())
                .path("token")
                .asString();
    }

    private static JsonNode read(ResponseSpec said) {
        return JSON.readTree(Objects.requireNonNull(
                said.expectBody(String.class).returnResult().getResponseBody()));
    }
}
