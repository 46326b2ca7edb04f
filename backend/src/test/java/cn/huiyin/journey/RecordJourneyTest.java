package cn.huiyin.journey;

import static cn.huiyin.journey.Homes.RECORDS;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.media.Pictures;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.privacy.spi.PersonalData;
import cn.huiyin.rehearsal.HuiyinTest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Records of visits over HTTP: offline, late, twice, and wrong in every way. */
@HuiyinTest
class RecordJourneyTest {

    private final People people;
    private final Homes homes;
    private final Delivery delivery;
    private final DatabaseClient database;
    private final List<PersonalData> held;

    RecordJourneyTest(WebTestClient client, Delivery delivery, DatabaseClient database, List<PersonalData> held) {
        this.held = held;
        this.delivery = delivery;
        this.database = database;
        people = new People(client);
        homes = new Homes(people);
    }

    @Test
    void aVisitIsKeptWithItsTicketAndItsCards() {
        String home = homes.begun();
        Said kept = homes.kept(homes.met(
                home,
                Map.of(
                        "minutes",
                        2,
                        "checklistVersion",
                        1,
                        "answers",
                        Map.of("ELDER.MEDICINES", "RUNNING_OUT", "HOME.HAZARDS", List.of("GAS")),
                        "words",
                        "老人精神不错",
                        "warmNote",
                        "说话慢一点，喜欢聊孙女",
                        "problems",
                        List.of(Map.of("description", "楼道灯不亮，老人晚上不敢出门")),
                        "cards",
                        List.of(Map.of("colour", "RED", "what", "帮忙配降压药")))));

        assertThat(kept.body().get("late").asBoolean()).isFalse();
        assertThat(kept.body().get("cards")).hasSize(1);
        String no = kept.body().at("/tickets/0").asString();
        assertThat(no).startsWith("HY");
        Said ticket = people.gridWorker.sees(no);
        assertThat(ticket.status()).isEqualTo(200);
        assertThat(ticket.text("description")).startsWith("楼道灯不亮");
    }

    @Test
    void aTicketTellsWhichVisitItWasMadeFromToWhomThatConcerns() {
        String code = "lives-there-" + java.util.UUID.randomUUID();
        Person resident = people.livingIn(Homes.BUILDING, People.anyRoom());
        assertThat(resident.put("/api/v1/me/phone", Map.of("code", code)).status())
                .isEqualTo(200);
        Map<String, Object> record = homes.met(
                Homes.of(resident),
                Map.of(
                        "problems",
                        List.of(Map.of(
                                "description",
                                "厨房下水管漏水",
                                "reporter",
                                Map.of("name", "住户", "phone", People.phoneBehind(code))))));
        Said kept = homes.kept(record);
        String no = kept.body().at("/tickets/0").asString();
        String day = kept.text("at").substring(0, 10);

        JsonNode forStaff = people.gridWorker.sees(no).body().get("origin");
        assertThat(forStaff.get("kind").asString()).isEqualTo("VISIT");
        assertThat(forStaff.get("id").asString()).isEqualTo(record.get("id"));
        assertThat(forStaff.get("on").asString()).isEqualTo(day);
        JsonNode visit = people.gridWorker
                .get(RECORDS + "/" + forStaff.get("id").asString())
                .body();
        assertThat(visit.at("/tickets/0").asString()).isEqualTo(no);

        JsonNode forTheHome = resident.sees(no).body().get("origin");
        assertThat(forTheHome.get("on").asString()).isEqualTo(day);
        assertThat(forTheHome.get("id").isNull()).isTrue();

        people.dispatcher.moves(no, Map.of("move", "CLASSIFY", "category", "FACILITY.STREET_LIGHT"));
        people.dispatcher.moves(no, Map.of("move", "DISPATCH", "unitId", "qinghe-property"));
        Said atTheUnit = people.handler.sees(no);
        assertThat(atTheUnit.status()).isEqualTo(200);
        assertThat(atTheUnit.body().get("origin").isNull()).isTrue();
    }

    @Test
    void noCallerSaysWhereATicketCameFrom() {
        Said filed = people.li.post(
                "/api/v1/tickets",
                Map.of("description", "路灯不亮", "origin", Map.of("kind", "VISIT", "id", "x", "on", "2026-11-23")));

        assertThat(filed.status()).isEqualTo(422);
    }

    @Test
    void theSameRecordSentTwiceIsOneAndGetsTheSameAnswer() {
        Map<String, Object> record = homes.met(
                homes.begun(),
                Map.of(
                        "problems", List.of(Map.of("description", "水管漏水")),
                        "cards", List.of(Map.of("colour", "YELLOW", "what", "想要加装扶手"))));

        Said first = homes.kept(record);
        Said again = homes.kept(record);

        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        Map<String, Object> record = homes.met(homes.begun(), Map.of("words", "一"));
        homes.kept(record);
        Map<String, Object> other = new HashMap<>(record);
        other.put("words", "二");

        Said refused = people.gridWorker.post(RECORDS, other);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("code")).isEqualTo("RECORD_ID_REUSED");
    }

    @Test
    void aRecordThatArrivesDaysLaterKeepsItsOwnTimeAndCountsAsLate() {
        Map<String, Object> record = homes.met(homes.begun(), Map.of());
        var made = homes.now().minus(Duration.ofDays(3)).minusMinutes(7);
        record.put("at", Bookings.at(made));

        Said kept = homes.kept(record);

        assertThat(kept.body().get("late").asBoolean()).isTrue();
        assertThat(java.time.OffsetDateTime.parse(kept.text("at")).toInstant()).isEqualTo(made.toInstant());
    }

    @Test
    void withoutAgreementNoVisitIsKept() {
        Said refused = people.gridWorker.post(RECORDS, homes.tried(homes.begun(), "MET"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("code")).isEqualTo("NO_CONSENT");
    }

    @Test
    void aRefusalAndAnEmptyHomeAreKeptWithoutAgreement() {
        assertThat(homes.kept(homes.tried(homes.begun(), "REFUSED")).text("outcome"))
                .isEqualTo("REFUSED");
        assertThat(homes.kept(homes.tried(homes.begun(), "NOBODY_HOME")).text("outcome"))
                .isEqualTo("NOBODY_HOME");
    }

    @Test
    void eachWrongFieldOfARecordHasItsOwnClearAnswer() {
        Map<String, Object> record = homes.met(
                homes.begun(),
                Map.of(
                        "words",
                        "他女儿电话13900000009",
                        "warmNote",
                        "身份证 999999195003071236",
                        "checklistVersion",
                        1,
                        "answers",
                        Map.of("ELDER.MEDICINES", "SOMETIMES", "CULTURE.WISHES", "打 0571-88880000 报名"),
                        "cards",
                        List.of(Map.of("colour", "RED", "what", "配药", "need", "NO_SUCH"))));

        Said refused = people.gridWorker.post(RECORDS, record);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "words", "warmNote", "answers.ELDER.MEDICINES", "answers.CULTURE.WISHES", "cards[0].need");
        assertThat(refused.body().toString()).doesNotContain("13900000009", "999999195003071236");
    }

    @Test
    void aVisitInTheFutureIsRefusedAndAFewMinutesOfAPhoneAreNot() {
        Map<String, Object> record = homes.met(homes.begun(), Map.of("way", "ONLINE"));
        record.put("at", Bookings.at(homes.now().plusMinutes(30)));
        assertThat(fields(people.gridWorker.post(RECORDS, record))).containsExactly("at");

        record.put("at", Bookings.at(homes.now().plusMinutes(2)));
        Said kept = homes.kept(record);
        assertThat(kept.text("at")).isEqualTo(kept.text("enteredAt"));
    }

    @Test
    void aHomeOutsideOnesGridIsRefused() {
        Said refused = people.person("demo-dispatcher-c2").post(RECORDS, homes.met(homes.begun(), Map.of()));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("code")).isEqualTo("OUT_OF_REACH");
        assertThat(people.gridWorker
                        .post(RECORDS, homes.met("zzzzzzzz", Map.of()))
                        .text("code"))
                .isEqualTo("HOUSEHOLD_NOT_FOUND");
    }

    @Test
    void aRecordWithAWrongProblemIsNotKeptAtAll() {
        String home = homes.begun();
        Map<String, Object> record =
                homes.met(home, Map.of("problems", List.of(Map.of("description", "漏水", "category", "NO_SUCH"))));

        Said refused = people.gridWorker.post(RECORDS, record);

        assertThat(fields(refused)).containsExactly("problems[0].category");
        assertThat(people.gridWorker.get(RECORDS + "?household=" + home).body().get("items"))
                .isEmpty();
    }

    @Test
    void severalRecordsAtOnceEachHaveTheirOwnAnswer() {
        Map<String, Object> good = homes.met(homes.begun(), Map.of());
        Map<String, Object> bare = homes.tried(homes.begun(), "MET");
        Map<String, Object> wrong = homes.met(homes.begun(), Map.of("words", "电话13900000009"));

        Said said = people.gridWorker.post(RECORDS + "/batches", Map.of("records", List.of(good, bare, wrong, good)));

        assertThat(said.status()).isEqualTo(200);
        JsonNode items = said.body().get("items");
        assertThat(items.get(0).get("kept").asBoolean()).isTrue();
        assertThat(items.get(1).get("code").asString()).isEqualTo("NO_CONSENT");
        assertThat(items.get(2).at("/errors/0/field").asString()).isEqualTo("words");
        assertThat(items.get(3).get("receipt")).isEqualTo(items.get(0).get("receipt"));
    }

    @Test
    void aPhotoOfFiftyThousandPixelsIsRefusedAndAPositionInsideAPhotoIsGone() {
        assertThat(people.gridWorker.upload(enormous()).status()).isEqualTo(422);
        byte[] taken = Pictures.jpegWith(
                Pictures.jpeg(8, 8), 0xE1, Pictures.joined(Pictures.bytes("Exif\0\0"), Pictures.exif(1)));
        assertThat(new String(taken, ISO_8859_1)).contains(Pictures.SECRET);
        String photo = people.gridWorker.uploads(taken);

        Said kept = homes.kept(homes.met(homes.begun(), Map.of("photos", List.of(photo))));
        JsonNode shown =
                people.gridWorker.get(RECORDS + "/" + kept.text("id")).body().at("/photos/0");

        assertThat(shown.get("id").asString()).isEqualTo(photo);
        assertThat(new String(people.gridWorker.fetched(shown.get("url").asString()), ISO_8859_1))
                .doesNotContain(Pictures.SECRET);
        assertThat(fields(people.gridWorker.post(RECORDS, homes.met(homes.begun(), Map.of("photos", List.of(photo))))))
                .containsExactly("media[0]");
    }

    /** A PNG whose header claims 50,000 × 50,000 pixels. */
    private static byte[] enormous() {
        byte[] png = Pictures.png(1, 1);
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
        return png;
    }

    @Test
    void theNextVisitorReadsTheWarmNoteAndTheHouseholdSeesTheLook() {
        Person resident = people.livingIn(Homes.BUILDING, People.anyRoom());
        String home = Homes.of(resident);
        Said kept = homes.kept(homes.met(
                home,
                Map.of(
                        "words", "只给同事看的话",
                        "warmNote", "说话慢一点，喜欢聊孙女",
                        "toHousehold", "扶手下周来装",
                        "problems", List.of(Map.of("description", "楼道灯不亮")),
                        "cards", List.of(Map.of("colour", "GREEN", "what", "想学用手机")))));

        JsonNode brief = people.gridWorker
                .get("/api/v1/households/%s/visit-brief".formatted(home))
                .body();
        assertThat(brief.at("/warmNotes/0/words").asString()).isEqualTo("说话慢一点，喜欢聊孙女");
        assertThat(brief.get("consent").asString()).isEqualTo("AGREED");
        assertThat(brief.at("/cards/0/what").asString()).isEqualTo("想学用手机");
        assertThat(resident.get("/api/v1/households/mine/looks")
                        .body()
                        .at("/items/0/what")
                        .asString())
                .isEqualTo("VISIT");

        JsonNode full = people.gridWorker.get(RECORDS + "/" + kept.text("id")).body();
        assertThat(full.get("words").asString()).isEqualTo("只给同事看的话");
        JsonNode own = resident.get("/api/v1/households/mine/visits").body().at("/items/0");
        assertThat(own.get("toHousehold").asString()).isEqualTo("扶手下周来装");
        assertThat(own.get("words").isNull()).isTrue();
        assertThat(own.get("warmNote").isNull()).isTrue();
        assertThat(own.get("answers").isNull()).isTrue();
        assertThat(people.gridWorker
                        .get(RECORDS + "?ticket=" + kept.body().at("/tickets/0").asString())
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(kept.text("id"));
        assertThat(people.person("demo-dispatcher-c2")
                        .get(RECORDS + "/" + kept.text("id"))
                        .text("code"))
                .isEqualTo("VISIT_NOT_FOUND");
        assertThat(people.li.get(RECORDS + "?scope=desk").status()).isEqualTo(403);
    }

    @Test
    void thePhoneGetsTheChecklistsOfAHome() {
        String home = homes.begun(Map.of("kind", "TAG", "code", "DISABLED", "words", "看过残疾证"));
        JsonNode lists = people.gridWorker
                .get("/api/v1/visit-checklists?household=" + home)
                .body();

        assertThat(lists.get("version").asInt()).isEqualTo(1);
        assertThat(lists.get("parts").valueStream().map(part -> part.get("code").asString()))
                .contains("HOME", "DISABLED", "ENVIRONMENT")
                .doesNotContain("ELDER");
    }

    @Test
    void aVisitByAppointmentIsRemindedOfUntilItIsEntered() {
        Bookings visits = new Bookings(people);
        String room = People.anyRoom();
        Person resident = people.livingIn(Homes.BUILDING, room);
        String home = Homes.of(resident);
        String slot = visits.atHome();
        String no = visits.book(resident, slot).text("id");
        var start = java.time.OffsetDateTime.parse(resident.get("/api/v1/appointments/" + no)
                .body()
                .at("/slot/startsAt")
                .asString());
        people.advance(Duration.between(homes.now(), start));
        assertThat(visits.moveSeen(visits.visitor, no, Map.of("move", "ARRIVE")).status())
                .isEqualTo(200);

        JsonNode due = visits.visitor.get("/api/v1/visit-entries").body().get("items");
        assertThat(due.valueStream().map(item -> item.get("appointmentId").asString()))
                .contains(no);
        people.advance(Duration.ofHours(14));
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        assertThat(visits.visitor.all("/api/v1/inbox").toString()).contains("pages/desk/visit?no=" + no, "还没有录入");
        Map<String, Object> record = homes.met(home, Map.of("appointmentId", no, "words", "量了血压"));
        Said kept = visits.visitor.post(RECORDS, record);

        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        assertThat(visits.visitor.get("/api/v1/visit-entries").body().toString())
                .doesNotContain(no);
        assertThat(fields(people.gridWorker.post(RECORDS, homes.met(home, Map.of("appointmentId", no)))))
                .containsExactly("appointmentId");
    }

    @Test
    void whatWasSaidLiesOpenNowhereInTheDatabase() {
        homes.kept(homes.met(
                homes.begun(),
                Map.of(
                        "words",
                        "枇杷树下的暗号一",
                        "warmNote",
                        "枇杷树下的暗号二",
                        "checklistVersion",
                        1,
                        "answers",
                        Map.of("CULTURE.WISHES", "枇杷树下的暗号三"),
                        "consent",
                        Map.of("purpose", "枇杷树下的暗号四"))));

        for (String table : List.of(
                "visit_record",
                "visit_words",
                "visit_consent",
                "visit_consent_event",
                "content_check",
                "kept_answer")) {
            Long found = database.sql(
                            "SELECT count(*) FROM %s t WHERE to_jsonb(t)::text LIKE '%%枇杷树下的暗号%%'".formatted(table))
                    .map(row -> row.get(0, Long.class))
                    .one()
                    .block();
            assertThat(found).as(table).isZero();
        }
    }

    @Test
    void anExportTellsWhatAResidentSaidAndReadsAndAnErasureForgetsIt() {
        Person resident = people.livingIn(Homes.BUILDING, People.anyRoom());
        String home = Homes.of(resident);
        resident.post("/api/v1/households/mine/visit-consent", Map.of("deed", "AGREE", "words", "欢迎来坐坐"));
        homes.kept(homes.met(home, Map.of("toHousehold", "扶手下周来装", "words", "只给同事看的话")));
        long account = Long.parseLong(resident.get("/api/v1/me").text("id"));

        String told = String.valueOf(visits().export(account).block());
        assertThat(told).contains("欢迎来坐坐", "扶手下周来装").doesNotContain("只给同事看的话");
        visits().erase(account).block();
        assertThat(String.valueOf(visits().export(account).block()))
                .contains("AGREE")
                .doesNotContain("欢迎来坐坐", "扶手下周来装");
    }

    private PersonalData visits() {
        return held.stream()
                .filter(one -> one.section().equals("visits"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> fields(Said refused) {
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(422);
        return refused.body()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("field").asString())
                .toList();
    }
}
