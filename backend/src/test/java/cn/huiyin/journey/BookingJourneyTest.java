package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.journey.People.Person;
import cn.huiyin.journey.People.Said;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.rights.RightsDesk;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** V1, M3: what residents and staff live through with a booking. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class BookingJourneyTest {

    private static final String BUILDING = "qinghe-c1-g1-b2";
    private static final String MINE = "/api/v1/households/mine";

    private final People people;
    private final Bookings bookings;
    private final Delivery delivery;
    private final DatabaseClient database;
    private final RightsDesk rights;

    BookingJourneyTest(WebTestClient client, Delivery delivery, DatabaseClient database, RightsDesk rights) {
        this.people = new People(client);
        this.bookings = new Bookings(people);
        this.delivery = delivery;
        this.database = database;
        this.rights = rights;
    }

    @Test
    void theNeedSuggestsTheService() {
        JsonNode services = resident()
                .get("/api/v1/visit-services?text=房东不退押金，想问问法律上怎么办")
                .body()
                .get("items");

        assertThat(services.at("/0/code").asString()).isEqualTo("LAWYER");
        assertThat(services.at("/0/suggested").asBoolean()).isTrue();
        assertThat(services.at("/1/suggested").asBoolean()).isFalse();
    }

    @Test
    void whoBooksTheWrongOneIsToldWhoWouldFit() {
        Said booked =
                resident().post("/api/v1/appointments", Map.of("slotId", bookings.aPoint(1), "purpose", "想问律师遗产的事"));

        assertThat(booked.status()).isEqualTo(201);
        assertThat(booked.body().at("/suggestedService/code").asString()).isEqualTo("LAWYER");
    }

    @Test
    void aFullSlotIsWaitedForAndTheListMovesUpByItselfAndIsTold() {
        String slot = bookings.aPoint(1);
        Person first = resident();
        Person second = resident();
        Person third = resident();
        String place = bookings.book(first, slot).text("id");
        assertThat(bookings.book(second, slot).text("code")).isEqualTo("SLOT_FULL");
        Said waiting = bookings.queue(second, slot);
        Said behind = bookings.queue(third, slot);
        assertThat(waiting.text("state")).isEqualTo("WAITING");
        assertThat(behind.body().get("ahead").asInt()).isEqualTo(1);

        assertThat(bookings.move(first, place, Map.of("move", "CANCEL")).text("state"))
                .isEqualTo("CANCELLED");
        deliver();

        assertThat(shown(second, waiting.text("id")).text("state")).isEqualTo("BOOKED");
        assertThat(shown(third, behind.text("id")).body().get("ahead").asInt()).isZero();
        assertThat(inboxOf(second)).contains("VISIT_MOVED_UP");
        assertThat(inboxOf(third)).doesNotContain("VISIT_MOVED_UP");
    }

    @Test
    void aTimeIsMovedByTheResidentAndByStaffWhoSayWhy() {
        Person resident = resident();
        String id = bookings.book(resident, bookings.aPoint(1)).text("id");
        Said moved = bookings.move(resident, id, Map.of("move", "RESCHEDULE", "slotId", bookings.aPoint(1)));
        assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);

        String other = bookings.aPoint(1);
        Map<String, String> silent = Map.of("move", "RESCHEDULE", "slotId", other);
        assertThat(bookings.move(bookings.dispatcher, id, silent).status()).isEqualTo(428);
        assertThat(bookings.moveSeen(bookings.dispatcher, id, silent).status()).isEqualTo(422);
        Said byStaff = bookings.moveSeen(
                bookings.dispatcher, id, Map.of("move", "RESCHEDULE", "slotId", other, "note", "医生那天开会"));
        assertThat(byStaff.body().at("/slot/id").asString()).isEqualTo(other);
        deliver();

        assertThat(messages(resident, "VISIT_CHANGED")).anyMatch(text -> text.contains("医生那天开会"));
        assertThat(byStaff.body().get("timeline")).hasSize(3);
    }

    @Test
    void theCommunityGetsTheNumberToCallAndNobodyElseDoes() {
        Person resident = resident();
        String code = "to-call-" + People.anyRoom();
        resident.put("/api/v1/me/phone", Map.of("code", code));
        String phone = "/api/v1/appointments/%s/phone"
                .formatted(bookings.book(resident, bookings.aPoint(1)).text("id"));

        assertThat(bookings.dispatcher.get(phone).text("phone")).isEqualTo(People.phoneBehind(code));
        assertThat(people.person("demo-dispatcher-c2").get(phone).status()).isEqualTo(404);
        assertThat(resident.get(phone).status()).isEqualTo(403);
    }

    @Test
    void tooLateToCancelIsSaidInWordsAndStaffStillCan() {
        Person resident = resident();
        String slot = bookings.open(Map.of("at", "POINT", "point", "党群服务中心", "cancelMinutes", 43_200));
        String id = bookings.book(resident, slot).text("id");

        Said late = bookings.move(resident, id, Map.of("move", "CANCEL"));
        assertThat(late.text("code")).isEqualTo("TOO_LATE");
        assertThat(late.text("detail")).contains("30天", "打电话");
        assertThat(shown(resident, id).body().get("moves")).isEmpty();
        assertThat(bookings.moveSeen(bookings.dispatcher, id, Map.of("move", "CANCEL", "note", "居民来电"))
                        .text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void whoDoesNotComeThreeTimesIsToldAndBooksByPhoneFromThen() {
        String code = "phone-of-missed-" + UUID.randomUUID();
        String room = People.anyRoom();
        Person resident = people.livingIn(BUILDING, room);
        resident.put("/api/v1/me/phone", Map.of("code", code));
        List<String> missed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            missed.add(bookings.book(resident, bookings.aPoint(1)).text("id"));
        }
        assertThat(bookings.book(resident, bookings.aPoint(1)).text("code")).isEqualTo("TOO_MANY_BOOKINGS");
        assertThat(bookings.moveSeen(bookings.visitor, missed.get(0), Map.of("move", "NO_SHOW"))
                        .text("code"))
                .isEqualTo("TOO_EARLY");
        people.advance(Duration.between(now(), endOf(shown(resident, missed.get(2)))));

        for (String id : missed) {
            assertThat(bookings.moveSeen(bookings.visitor, id, Map.of("move", "NO_SHOW"))
                            .text("state"))
                    .isEqualTo("NO_SHOW");
        }
        deliver();
        assertThat(messages(resident, "VISIT_NO_SHOW")).isEmpty();
        people.advance(Duration.ofMinutes(15));
        deliver();
        assertThat(messages(resident, "VISIT_NO_SHOW")).hasSize(3);
        String slot = bookings.aPoint(1);
        Said refused = bookings.book(resident, slot);
        assertThat(refused.text("code")).isEqualTo("BY_PHONE_ONLY");
        assertThat(refused.text("detail")).contains("打电话");

        Said byPhone = bookings.dispatcher.post(
                "/api/v1/appointments",
                Map.of(
                        "slotId",
                        slot,
                        "purpose",
                        "量血压",
                        "resident",
                        Map.of("name", "王", "phone", People.phoneBehind(code), "buildingId", BUILDING, "room", room)));
        assertThat(byPhone.status()).as(byPhone.body().toString()).isEqualTo(201);
        assertThat(shown(resident, byPhone.text("id")).text("state")).isEqualTo("BOOKED");
    }

    @Test
    void whoCameAfterAllIsNotMissed() {
        Person resident = resident();
        String id = bookings.book(resident, bookings.aPoint(1)).text("id");
        people.advance(Duration.between(now(), endOf(shown(resident, id))));
        bookings.moveSeen(bookings.visitor, id, Map.of("move", "NO_SHOW"));

        people.advance(Duration.ofMinutes(10));
        deliver();
        bookings.moveSeen(bookings.visitor, id, Map.of("move", "ARRIVE"));
        assertThat(bookings.moveSeen(bookings.visitor, id, Map.of("move", "COMPLETE"))
                        .text("state"))
                .isEqualTo("COMPLETED");
        people.advance(Duration.ofMinutes(10));
        deliver();
        assertThat(messages(resident, "VISIT_NO_SHOW")).isEmpty();
    }

    @Test
    void closingASlotTellsWhyAndOffersOtherTimes() {
        String slot = bookings.aPoint(2);
        bookings.aPoint(2);
        Person booked = resident();
        Person waiting = resident();
        String id = bookings.book(booked, slot).text("id");
        bookings.book(resident(), slot);
        bookings.queue(waiting, slot);
        JsonNode before = bookings.slot(slot);

        Said closed = bookings.dispatcher.change(
                "/api/v1/slots/%s/moves".formatted(slot),
                Map.of("move", "CLOSE", "note", "医生临时有急诊"),
                before.get("etag").asString());
        assertThat(closed.status()).as(closed.body().toString()).isEqualTo(200);
        deliver();

        assertThat(shown(booked, id).text("state")).isEqualTo("CANCELLED");
        assertThat(messages(booked, "VISIT_CANCELLED"))
                .singleElement()
                .asString()
                .contains("医生临时有急诊", "还可以约");
        assertThat(messages(waiting, "VISIT_CANCELLED")).hasSize(1);
        assertThat(bookings.dispatcher
                        .change(
                                "/api/v1/slots/%s/moves".formatted(slot),
                                Map.of("move", "CLOSE", "note", "再关一次"),
                                closed.text("etag"))
                        .text("code"))
                .isEqualTo("SLOT_GONE");
    }

    @Test
    void bothSidesAreRemindedTheDayBeforeAndTheHourBefore() {
        LocalDate day = bookings.today().plusDays(30);
        String slot =
                bookings.openAt(people.officeHandler, day, "15:10", "15:40", Map.of("at", "POINT", "point", "党群服务中心"));
        assertThat(bookings.book(people.li, slot).status()).isEqualTo(201);
        String time = "%d年%d月%d日 15:10".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());

        playTo(day.minusDays(1), "17:59");
        assertThat(sent("mp-demo-resident", time, "就在明天")).isZero();
        playTo(day.minusDays(1), "18:05");
        assertThat(sent("mp-demo-resident", time, "就在明天")).isEqualTo(1);
        assertThat(sent("mp-demo-handler-street", time, "就在明天")).isEqualTo(1);

        playTo(day, "14:09");
        assertThat(sent("mp-demo-resident", time, "一小时后")).isZero();
        playTo(day, "14:12");
        assertThat(sent("mp-demo-resident", time, "一小时后")).isEqualTo(1);
        assertThat(sent("mp-demo-handler-street", time, "一小时后")).isEqualTo(1);
    }

    @Test
    void aMemberOfTheFileIsOnePersonHoweverTheyAreBooked() {
        String room = People.anyRoom();
        people.gridWorker.post(
                "/api/v1/households",
                Map.of(
                        "buildingId",
                        BUILDING,
                        "room",
                        room,
                        "why",
                        "登记",
                        "changes",
                        List.of(Map.of("kind", "MEMBER", "name", "林奶奶", "relation", "PARENT"))));
        Person resident = people.livingIn(BUILDING, room);
        String member = resident.get(MINE).body().at("/members/0/id").asString();
        LocalDate day = bookings.today().plusDays(20);
        String here =
                bookings.openAt(people.officeHandler, day, "09:00", "09:30", Map.of("at", "POINT", "point", "一楼"));
        String there = bookings.openAt(people.lead, day, "09:10", "09:40", Map.of("at", "POINT", "point", "二楼"));

        Said booked = resident.post(
                "/api/v1/appointments", Map.of("slotId", here, "purpose", "量血压", "family", Map.of("memberId", member)));
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.body().at("/family/name").asString()).isEqualTo("林奶奶");
        assertThat(booked.body().at("/family/relation").asString()).isEqualTo("父母");
        assertThat(resident.post(
                                "/api/v1/appointments",
                                Map.of(
                                        "slotId",
                                        there,
                                        "purpose",
                                        "量血压",
                                        "family",
                                        Map.of("name", "林奶奶", "relation", "母亲")))
                        .text("code"))
                .isEqualTo("PERSON_BUSY");
        assertThat(bookings.book(resident, there).status())
                .as("somebody else of the same home")
                .isEqualTo(201);
        assertThat(resident.post(
                                "/api/v1/appointments",
                                Map.of("slotId", there, "purpose", "量血压", "family", Map.of("memberId", "m99")))
                        .status())
                .isEqualTo(422);
        assertThat(resident.post(
                                "/api/v1/appointments",
                                Map.of("slotId", there, "purpose", "量血压", "family", Map.of("name", "谁")))
                        .text("detail"))
                .contains("关系");
    }

    @Test
    void thoseBehindOneDoorShareItsLimitAndAClaimToTheAddressDoesNotTouchIt() {
        String room = People.anyRoom();
        Person claims = people.newcomer();
        claims.put("/api/v1/me/home", Map.of("buildingId", BUILDING, "room", room));
        for (int i = 0; i < 3; i++) {
            assertThat(bookings.book(claims, bookings.aPoint(1)).status()).isEqualTo(201);
        }
        Person mother = people.livingIn(BUILDING, room);
        Person son = people.livingIn(BUILDING, room + "室");
        assertThat(bookings.book(mother, bookings.aPoint(1)).status()).isEqualTo(201);
        assertThat(bookings.book(son, bookings.aPoint(1)).status()).isEqualTo(201);
        assertThat(bookings.book(mother, bookings.aPoint(1)).status()).isEqualTo(201);

        assertThat(bookings.book(son, bookings.aPoint(1)).text("code")).isEqualTo("TOO_MANY_BOOKINGS");
    }

    @Test
    void theSameRequestAgainGetsTheSameAnswerAndNothingSaidLiesOpen() {
        Person resident = resident();
        String key = UUID.randomUUID().toString();
        Map<String, Object> asked = Map.of(
                "slotId",
                bookings.aPoint(5),
                "purpose",
                "母亲夜里总咳嗽藏",
                "family",
                Map.of("name", "林咳嗽藏", "relation", "母亲", "phone", "13900007701"));
        Said first = resident.postOnce("/api/v1/appointments", key, asked);
        Said again = resident.postOnce("/api/v1/appointments", key, asked);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.text("purpose")).isEqualTo("母亲夜里总咳嗽藏");
        assertThat(first.body().at("/family/phone").asString()).isEqualTo("139****7701");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(row("SELECT body FROM kept_answer WHERE key = '%s'".formatted(key)))
                .doesNotContain("咳嗽", "7701");
        Map<String, Object> other = new HashMap<>(asked);
        other.put("purpose", "别的事");
        assertThat(resident.postOnce("/api/v1/appointments", key, other).text("code"))
                .isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void numbersInTheWordsAreRefusedWithTheirField() {
        Person resident = resident();
        String slot = bookings.aPoint(1);

        for (Map<String, Object> words : List.<Map<String, Object>>of(
                Map.of("purpose", "打 139 0000 7702 找我"),
                Map.of("purpose", "量血压", "needs", List.of("身份证999999198805062415")),
                Map.of("purpose", "量血压", "family", Map.of("name", "13900007702", "relation", "母亲")))) {
            Map<String, Object> asked = new HashMap<>(words);
            asked.put("slotId", slot);
            Said refused = resident.post("/api/v1/appointments", asked);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.text("detail")).contains("隐私");
        }
    }

    @Test
    void whoPhonedFindsTheirBookingOnceTheyLogIn() {
        String code = "phone-of-booked-" + UUID.randomUUID();
        Said byPhone = bookings.dispatcher.post(
                "/api/v1/appointments",
                Map.of(
                        "slotId",
                        bookings.aPoint(1),
                        "purpose",
                        "量血压",
                        "resident",
                        Map.of("name", "王大爷", "phone", People.phoneBehind(code), "buildingId", BUILDING)));
        assertThat(byPhone.status()).as(byPhone.body().toString()).isEqualTo(201);
        Person wang = people.newcomer();
        assertThat(shown(wang, byPhone.text("id")).status()).isEqualTo(404);

        wang.put("/api/v1/me/phone", Map.of("code", code));

        assertThat(wang.get("/api/v1/appointments").body().at("/items/0/id").asString())
                .isEqualTo(byPhone.text("id"));
        assertThat(bookings.move(wang, byPhone.text("id"), Map.of("move", "CANCEL"))
                        .text("state"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void anAppointmentIsNobodyElsesToKnow() {
        Person resident = resident();
        String id = bookings.book(resident, bookings.aPoint(1)).text("id");

        assertThat(shown(resident(), id).status()).isEqualTo(404);
        assertThat(shown(people.person("demo-dispatcher-c2"), id).status()).isEqualTo(404);
        JsonNode seen = shown(people.gridWorker, id).body();
        assertThat(seen.get("purpose").isNull())
                .as("what it is about is not the grid worker's")
                .isTrue();
        assertThat(people.gridWorker
                        .get("/api/v1/appointments/%s/phone".formatted(id))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void whoeverIsExpectedAtAHomeSeesItsCardFromTheDayBeforeAndTheHouseholdSeesTheLook() {
        Person resident = resident();
        resident.post(
                MINE + "/changes",
                Map.of("changes", List.of(Map.of("kind", "CONTACT", "name", "槐白露", "phone", "13900007704"))));
        String id = bookings.book(resident, bookings.atHome()).text("id");
        String card = "/api/v1/appointments/%s/household".formatted(id);
        assertThat(bookings.visitor.get(card).text("code")).isEqualTo("NOT_EXPECTED");
        assertThat(bookings.dispatcher.get(card).text("code")).isEqualTo("NOT_ALLOWED");
        people.advance(Duration.between(now(), endOf(shown(resident, id)).minusHours(2)));

        Said seen = bookings.visitor.get(card);
        assertThat(seen.status()).as(seen.body().toString()).isEqualTo(200);
        assertThat(seen.body().toString()).contains("139****7704").doesNotContain("13900007704", "槐白露");
        assertThat(resident.get(MINE + "/looks").body().at("/items/0/what").asString())
                .isEqualTo("CARD");
    }

    @Test
    void whatIsHeldOfBookingsIsToldAndForgotten() {
        Person resident = people.livingIn(BUILDING, People.anyRoom());
        String slot = bookings.aPoint(1);
        String id = bookings.book(resident, slot).text("id");
        Person waiting = resident();
        String behind = bookings.queue(waiting, slot).text("id");

        JsonNode told = resident.post("/api/v1/me/exports", Map.of()).body().at("/sections/appointments/items/0");
        assertThat(told.get("no").asString()).isEqualTo(id);
        assertThat(told.get("purpose").asString()).isEqualTo("想请医生量血压");

        database.sql("UPDATE erasure SET due_at = huiyin_now() WHERE id = "
                        + resident.post("/api/v1/me/erasures", Map.of()).text("id"))
                .then()
                .block();
        rights.carryOutDue().retry(3).block(Duration.ofSeconds(60));
        JsonNode seen = shown(bookings.dispatcher, id).body();
        assertThat(seen.get("state").asString()).isEqualTo("CANCELLED");
        assertThat(seen.get("purpose").isNull()).isTrue();
        assertThat(shown(waiting, behind).text("state")).isEqualTo("BOOKED");
    }

    @Test
    void theFiguresOfBookingAreChangedByAnAdministratorAlone() {
        Said now = resident().get("/api/v1/appointment-policy");
        Map<String, Object> asked = new HashMap<>();
        now.body()
                .properties()
                .forEach(figure -> asked.put(figure.getKey(), figure.getValue().asInt()));
        asked.remove("version");
        String path = "/api/v1/appointment-policy";
        String etag = Objects.requireNonNull(now.headers().getETag());

        assertThat(put(people.dispatcher, path, asked, etag).status()).isEqualTo(403);
        assertThat(put(people.admin, path, asked, "\"0\"").status()).isEqualTo(412);
        assertThat(people.admin.put(path, asked).status()).isEqualTo(428);
        Map<String, Object> backward = new HashMap<>(asked);
        backward.put("nearMinutes", 30);
        backward.put("farMinutes", 10);
        assertThat(put(people.admin, path, backward, etag).status()).isEqualTo(422);
        Said changed = put(people.admin, path, asked, etag);
        assertThat(changed.body().get("version").asInt())
                .isEqualTo(now.body().get("version").asInt() + 1);
    }

    private Said put(Person person, String path, Object body, String etag) {
        return person.putIfMatch(path, etag, body);
    }

    private Person resident() {
        return people.livingIn(BUILDING, People.anyRoom());
    }

    private static Said shown(Person person, String id) {
        return person.get("/api/v1/appointments/" + id);
    }

    private static OffsetDateTime endOf(Said appointment) {
        return OffsetDateTime.parse(appointment.body().at("/slot/endsAt").asString());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.parse(
                people.rehearsal(HttpMethod.GET, "/rehearsal/clock", null).text("now"));
    }

    private void deliver() {
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
    }

    private void playTo(LocalDate day, String time) {
        var moment = day.atTime(java.time.LocalTime.parse(time)).atZone(ZoneId.of("Asia/Shanghai"));
        people.advance(Duration.between(now(), moment));
        for (int looks = 0; looks < 20 && delivered() > 0; looks++) {
            people.advance(Duration.ofSeconds(2));
        }
    }

    private int delivered() {
        return Objects.requireNonNull(delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET));
    }

    private static List<String> inboxOf(Person person) {
        return inbox(person).map(item -> item.get("occasion").asString()).toList();
    }

    private static List<String> messages(Person person, String occasion) {
        return inbox(person)
                .filter(item -> item.get("occasion").asString().equals(occasion))
                .map(JsonNode::toString)
                .toList();
    }

    private static Stream<JsonNode> inbox(Person person) {
        return person.all("/api/v1/inbox").valueStream();
    }

    /** How often the stand-in for WeChat was asked to send it, with success. */
    private long sent(String openid, String time, String word) {
        return people.sentBy(openid)
                .valueStream()
                .filter(message -> message.toString().contains(time)
                        && message.toString().contains(word)
                        && message.at("/outcome/errcode").asInt(-1) == 0)
                .count();
    }

    private String row(String sql) {
        return Objects.requireNonNull(
                database.sql(sql).mapValue(String.class).one().block());
    }
}
