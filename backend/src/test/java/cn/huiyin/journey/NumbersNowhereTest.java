package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * Issue 4: phone and ID numbers are given through every door that takes them; then everything that lies in PostgreSQL, in
 * Redis and in the log is looked through for the whole numbers. What has a field for a number seals it, words that several
 * read refuse it. Only what a resident writes of a matter stands as they wrote it, where it is read and in no message:
 * whoever mends the leak needs the number they were given, and an erasure blots it out.
 */
@HuiyinTest
class NumbersNowhereTest {

    private static final String BUILDING = "qinghe-c1-g1-b4";
    private static final String MINE = "/api/v1/households/mine";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    /** Where the words of a matter stand, and the words of a talk for a day. */
    private static final Set<String> WORDS_OF_A_MATTER = Set.of(
            "ticket.description",
            "ticket.answer",
            "ticket_event.note",
            "content_check.words",
            "kept_answer.body",
            "conversation.memory",
            "conversation_answer.answer");

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    private final People people;
    private final Bookings bookings;
    private final Delivery delivery;
    private final ReactiveStringRedisTemplate redis;
    private final RawScan scan;
    private final List<String> planted = new ArrayList<>();

    NumbersNowhereTest(
            WebTestClient client, Delivery delivery, DatabaseClient database, ReactiveStringRedisTemplate redis) {
        this.people = new People(client);
        this.bookings = new Bookings(people);
        this.delivery = delivery;
        this.redis = redis;
        this.scan = new RawScan(database, redis);
    }

    @BeforeEach
    void listen() {
        scan.listen();
    }

    @AfterEach
    void listenNoMore() {
        scan.listenNoMore();
    }

    @Test
    void aNumberGivenThroughAFieldOfItsOwnLiesNowhere() {
        String room = People.anyRoom();
        Person resident = people.livingIn(BUILDING, room);

        inTheHouseholdFile(resident);
        inAnImport();
        inSearches();
        withBookings(resident);
        withTickets();
        inARecordOfAVisit();
        inTheAccount();
        inATalk();
        inAddressesAndBrokenRequests(resident);
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        resident.post("/api/v1/me/exports", Map.of());

        System.out.println(
                "NumbersNowhereTest: %d numbers looked for in %d columns, %d keys of Redis, %d lines of the log"
                        .formatted(planted.size(), scan.columns(), scan.keys(), scan.lines()));
        assertThat(planted).hasSizeGreaterThan(25).doesNotHaveDuplicates();
        assertThat(scan.tablesWith(planted)).isEmpty();
        assertThat(scan.redisWith(planted)).isEmpty();
        assertThat(scan.logWith(List.of("POST /api/v1/appointments refused")))
                .as("the log was listened to")
                .isNotEmpty();
        assertThat(scan.logWith(planted)).isEmpty();
    }

    @Test
    void whatAResidentWritesOfAMatterStandsThereAndNowhereElse() {
        Person resident = people.livingIn(BUILDING, People.anyRoom());
        List<String> written = List.of(phone(), identity(), phone(), phone(), phone());

        Said filed = resident.postOnce(
                "/api/v1/tickets",
                UUID.randomUUID().toString(),
                Map.of("description", "屋顶漏水，请打%s，身份证%s".formatted(written.get(0), written.get(1))));
        String no = filed.text("no");
        resident.post("/api/v1/tickets/%s/supplements".formatted(no), Map.of("description", "也可以打" + written.get(2)));
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "REPLY", "已经修好，师傅的电话是" + written.get(3));
        talk("demo-numbers-" + UUID.randomUUID(), "我要反映楼下的路灯坏了，请打" + written.get(4), "确认");
        resident.post("/api/v1/tickets/%s/supplements".formatted(no), Map.of("description", ""));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);

        Set<String> where = scan.tablesWith(written).stream()
                .map(found -> found.substring(0, found.indexOf(' ')))
                .collect(Collectors.toSet());
        assertThat(where).contains("ticket.description");
        assertThat(WORDS_OF_A_MATTER).containsAll(where);
        assertThat(scan.redisWith(written)).isEmpty();
        assertThat(scan.logWith(List.of("/supplements refused")))
                .as("the log was listened to")
                .isNotEmpty();
        assertThat(scan.logWith(written)).isEmpty();
        assertThat(resident.sees(no).body().toString()).contains(written.get(0));
        assertThat(resident.get("/api/v1/inbox").body().toString()).contains("139****");
    }

    @Test
    void theScanFindsWhatLiesOpen() {
        Person resident = people.newcomer();
        String word = "开着的" + UUID.randomUUID();
        resident.files(word);
        LoggerFactory.getLogger(NumbersNowhereTest.class).warn("said by a test: {}", word);
        redis.opsForHash().put("huiyin:test:" + word, "a", "b").block();
        redis.opsForSet().add("huiyin:test:" + UUID.randomUUID(), word).block();

        assertThat(scan.tablesWith(List.of(word))).anyMatch(found -> found.startsWith("ticket.description "));
        assertThat(scan.logWith(List.of(word))).hasSize(1);
        assertThat(scan.redisWith(List.of(word))).hasSize(2);
    }

    private void inTheHouseholdFile(Person resident) {
        ok(people.gridWorker.post(
                "/api/v1/households",
                Map.of(
                        "buildingId",
                        BUILDING,
                        "room",
                        People.anyRoom(),
                        "why",
                        "登记",
                        "changes",
                        List.of(
                                Map.of("kind", "MEMBER", "name", "某人", "phone", phone(), "idNumber", identity()),
                                Map.of("kind", "NOTE", "words", "备用电话" + phone())))));
        ok(resident.postOnce(
                MINE + "/changes",
                UUID.randomUUID().toString(),
                Map.of(
                        "why",
                        "换了号码" + phone(),
                        "changes",
                        List.of(
                                Map.of("kind", "CONTACT", "name", "某人", "phone", phone()),
                                Map.of("kind", "WISH", "code", "HEALTH_ADVICE", "words", "请打" + phone()),
                                Map.of("kind", "MEMBER", "name", "某人", "phone", phone(), "idNumber", identity())))));
        people.gridWorker.get("/api/v1/household-proposals?size=100");
        String id = resident.get(MINE).text("id");
        ok(people.gridWorker.get("/api/v1/households/%s?purpose=VERIFY".formatted(id)));
        ok(people.gridWorker.get("/api/v1/households/%s/history?purpose=VERIFY".formatted(id)));
    }

    private void inAnImport() {
        ok(people.gridWorker.postOnce(
                "/api/v1/households/imports?building=" + BUILDING,
                UUID.randomUUID().toString(),
                Map.of(
                        "homes",
                        List.of(Map.of(
                                "room",
                                People.anyRoom(),
                                "members",
                                List.of(Map.of("name", "某人", "phone", phone(), "idNumber", identity())))))));
        String head = "门牌,居住状态,姓名,出生,关系,电话,身份证号,标签,标签依据\n";
        String table = "/api/v1/households/imports?building=" + BUILDING;
        ok(people.gridWorker.postTable(
                table, head + "%s,,某人,,,%s,%s,,\n".formatted(People.anyRoom(), phone(), identity())));
        refused(people.gridWorker.postTable(table, head + "%s,%s\n".formatted(phone(), identity())));
    }

    private void inSearches() {
        people.gridWorker.post("/api/v1/households/searches", Map.of("phone", phone(), "purpose", "VERIFY"));
        people.gridWorker.post("/api/v1/households/searches", Map.of("idNumber", identity(), "purpose", "VERIFY"));
        people.admin.post("/api/v1/accounts/searches", Map.of("phone", phone()));
    }

    private void withBookings(Person resident) {
        String slot = bookings.aPoint(5);
        Said booked = ok(resident.postOnce(
                "/api/v1/appointments",
                UUID.randomUUID().toString(),
                Map.of(
                        "slotId",
                        slot,
                        "purpose",
                        "量血压",
                        "family",
                        Map.of("name", "某人", "relation", "母亲", "phone", phone()))));
        ok(bookings.dispatcher.get("/api/v1/appointments/%s/phone".formatted(booked.text("id"))));
        ok(bookings.dispatcher.post(
                "/api/v1/appointments",
                Map.of(
                        "slotId",
                        slot,
                        "purpose",
                        "量血压",
                        "resident",
                        Map.of("name", "某人", "phone", phone(), "buildingId", BUILDING, "room", People.anyRoom()))));
        for (String words : List.of("打" + phone(), "身份证" + identity())) {
            refused(resident.post("/api/v1/appointments", Map.of("slotId", slot, "purpose", words)));
            refused(bookings.move(resident, booked.text("id"), Map.of("move", "CANCEL", "note", words)));
        }
        refused(bookings.dispatcher.post(
                "/api/v1/appointments",
                Map.of(
                        "slotId",
                        slot,
                        "purpose",
                        "量血压",
                        "resident",
                        Map.of("name", "某人", "phone", phone(), "buildingId", BUILDING, "room", phone()))));
    }

    private void withTickets() {
        ok(people.gridWorker.post(
                "/api/v1/tickets",
                Map.of(
                        "description",
                        "楼下垃圾三天没清了",
                        "channel",
                        "PHONE",
                        "place",
                        Map.of("gridId", "qinghe-c1-g2"),
                        "reporter",
                        Map.of("name", "某人", "phone", phone()))));
    }

    private void inARecordOfAVisit() {
        Homes homes = new Homes(people);
        String home = homes.begun();
        for (String field : List.of("words", "warmNote", "toHousehold")) {
            refused(people.gridWorker.post(Homes.RECORDS, homes.met(home, Map.of(field, "打" + phone()))));
            refused(people.gridWorker.post(Homes.RECORDS, homes.met(home, Map.of(field, "身份证" + identity()))));
        }
    }

    private void inTheAccount() {
        String code = "phone-of-nobody-" + UUID.randomUUID();
        while (!People.phoneBehind(code).startsWith("139000079")) {
            code = "phone-of-nobody-" + UUID.randomUUID();
        }
        planted.add(People.phoneBehind(code));
        ok(people.newcomer().put("/api/v1/me/phone", Map.of("code", code)));
    }

    /** A number in words of which a booking is made is blotted out before it is remembered. */
    private void inATalk() {
        bookings.aPoint(2);
        String openid = talk("demo-numbers-" + UUID.randomUUID(), "预约", "请医生量血压，打%s找我".formatted(phone()), "1");
        assertThat(says(openid, "确认")).contains("约好了");
    }

    private void inAddressesAndBrokenRequests(Person resident) {
        resident.get("/api/v1/visit-services?text=请打" + phone());
        resident.post("/api/v1/appointments", Map.of("slotId", phone(), "purpose", ""));
        resident.put("/api/v1/me/phone", Map.of("code", phone()));
        resident.post("/api/v1/appointments", "{\"slotId\":\"" + phone());
    }

    /** Somebody new, bound and at home, who says this in the official account; answers with their openid there. */
    private String talk(String code, String... words) {
        String openid = "mp-" + code;
        people.rehearsal(HttpMethod.POST, "/rehearsal/wechat/says", Map.of("openid", openid, "follow", ""));
        Person person = people.person(code);
        person.put("/api/v1/me/home", Map.of("buildingId", BUILDING, "room", People.anyRoom()));
        for (String said : words) {
            says(openid, said);
        }
        return openid;
    }

    private String says(String openid, String words) {
        return people.rehearsal(HttpMethod.POST, "/rehearsal/wechat/says", Map.of("openid", openid, "text", words))
                .text("reply");
    }

    private static Said ok(Said said) {
        assertThat(said.status()).as(said.body().toString()).isBetween(200, 201);
        return said;
    }

    private static void refused(Said said) {
        assertThat(said.status()).as(said.body().toString()).isEqualTo(422);
    }

    /** A number that nobody else has given. */
    private String phone() {
        String number = "13900007%03d".formatted(NEXT.getAndAdd(1));
        planted.add(number);
        return number;
    }

    /** An ID number of nowhere whose check digit is right. */
    private String identity() {
        String first = "99999919%02d0101%03d".formatted(40 + planted.size() % 60, NEXT.getAndAdd(1));
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += (first.charAt(place) - '0') * WEIGHTS[place];
        }
        String number = first + "10X98765432".charAt(sum % 11);
        planted.add(number);
        return number;
    }
}
