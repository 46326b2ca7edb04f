package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.conversation.Conversation;
import cn.huiyin.conversation.Heard;
import cn.huiyin.conversation.Heard.Means;
import cn.huiyin.identity.Newcomer;
import cn.huiyin.identity.Settling;
import cn.huiyin.journey.People.Person;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** M7: 预约 by talking in the official account. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class BookingByTalkJourneyTest {

    private static final PlacePath HOME = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b1/");
    private static final Pattern NUMBER = Pattern.compile("YY\\d{14,20}");

    private final People people;
    private final Bookings bookings;
    private final Conversation conversation;
    private final Settling settling;
    private final DatabaseClient database;

    BookingByTalkJourneyTest(
            WebTestClient client, Conversation conversation, Settling settling, DatabaseClient database) {
        this.people = new People(client);
        this.bookings = new Bookings(people);
        this.conversation = conversation;
        this.settling = settling;
        this.database = database;
    }

    @Test
    void fromTheNeedToTheBookingAndItsCancelling() {
        bookings.aPoint(3);
        Talker wang = neighbour(HOME);

        assertThat(wang.says("预约")).contains("想约谁", "1. 社区医生", "pages/booking/index");
        assertThat(wang.says("请医生给我妈量血压")).contains("给您约“社区医生”", "1. ", "党群服务中心");
        assertThat(wang.says("1")).contains("社区医生", "要办的事：“请医生给我妈量血压”", "确认");
        String booked = wang.says("确认");
        String no = numberIn(booked);
        assertThat(booked).contains("约好了");
        JsonNode appointment = wang.person().get("/api/v1/appointments/" + no).body();
        assertThat(appointment.get("state").asString()).isEqualTo("BOOKED");
        assertThat(appointment.get("purpose").asString()).isEqualTo("请医生给我妈量血压");

        assertThat(wang.says("我的预约")).contains("社区医生", "已约好");
        assertThat(wang.says("取消预约")).contains("要取消这个预约吗");
        assertThat(wang.says("不取消")).contains("不取消");
        assertThat(state(wang, no)).isEqualTo("BOOKED");
        wang.says("取消预约");
        assertThat(wang.says("确认")).contains("取消了");
        assertThat(state(wang, no)).isEqualTo("CANCELLED");
        assertThat(wang.says("我的预约")).contains("没有预约");
    }

    @Test
    void whoSaysItAllAtOnceIsAskedOnlyForTheTime() {
        bookings.aPoint(3);
        Talker wang = neighbour(HOME);

        assertThat(wang.says("我想约个时间让社区医生来看看我妈")).contains("给您约“社区医生”", "1. ");
        assertThat(wang.says("第一个")).contains("确认");
        assertThat(wang.says("好的")).contains("约好了");
    }

    @Test
    void aServiceIsChosenByItsNumberToo() {
        bookings.aPoint(3);
        Talker wang = neighbour(HOME);
        wang.taps("BOOK");

        assertThat(wang.says("1")).contains("给您约“社区医生”");
        assertThat(wang.says("1")).contains("要办的事：“预约社区医生”");
    }

    @Test
    void atMostFiveTimesAreShownAndMoreAreInTheMiniProgram() {
        for (int i = 0; i < 6; i++) {
            bookings.aPoint(1);
        }
        String shown = neighbour(HOME).says("约医生量血压");

        assertThat(shown).contains("5. ", "更多时间点这里").doesNotContain("6. ");
        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(600);
    }

    @Test
    void whereNothingIsFreeItSaysSoAndWhereElse() {
        assertThat(neighbour(HOME).says("想约家庭教育指导")).contains("没有空着的时间", "排队", "人工");
    }

    @Test
    void whoIsTooSlowIsShownOtherTimes() {
        String slot = of("HR_OFFICER", 1);
        of("HR_OFFICER", 2);
        Talker wang = neighbour(HOME);
        String shown = wang.says("预约人社专员");
        wang.says(choiceOf(shown, slot));
        bookings.book(people.livingIn("qinghe-c1-g1-b3", People.anyRoom()), slot);

        assertThat(wang.says("确认")).contains("约满了", "1. ");
        wang.says("1");
        assertThat(wang.says("确认")).contains("约好了");
    }

    @Test
    void theSameMessageAgainIsOneBookingAndTheSameAnswer() {
        bookings.aPoint(5);
        Talker wang = neighbour(HOME);
        wang.says("约医生量血压");
        wang.says("1");
        String message = UUID.randomUUID().toString();

        List<String> answers = Objects.requireNonNull(Flux.range(0, 4)
                .flatMap(again -> conversation.hear(wang.heard(message, Means.TEXT, "确认")), 4)
                .collectList()
                .block(Duration.ofSeconds(30)));
        assertThat(answers).hasSize(4).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("约好了");
        assertThat(wang.person().get("/api/v1/appointments").body().get("items"))
                .hasSize(1);
    }

    @Test
    void nothingIsBookedWithoutAConfirmation() {
        bookings.aPoint(2);
        Talker wang = neighbour(HOME);
        wang.says("约医生量血压");
        wang.says("1");

        assertThat(wang.says("取消")).contains("不约了");
        assertThat(wang.says("确认")).doesNotContain("约好了");
        wang.says("约医生量血压");
        assertThat(wang.says("都不行")).contains("先不约", "人工");
        assertThat(wang.person().get("/api/v1/appointments").body().get("items"))
                .isEmpty();
    }

    @Test
    void theLastQuestionIsForgottenAfterHalfAnHour() {
        bookings.aPoint(2);
        Talker wang = neighbour(HOME);
        wang.says("约医生量血压");
        wang.says("1");
        people.advance(Duration.ofMinutes(31));

        assertThat(wang.says("确认")).doesNotContain("约好了");
    }

    @Test
    void aDraftStaysADraftWhileSomethingIsBooked() {
        bookings.aPoint(2);
        Talker wang = neighbour(HOME);
        wang.says("楼下的路灯坏了");
        wang.says("预约");
        wang.says("请医生量血压");
        wang.says("1");

        assertThat(wang.says("确认")).contains("约好了");
        assertThat(wang.says("确认")).contains("交上去了");
    }

    @Test
    void whoIsBookedElsewhereThenIsToldSo() {
        String slot = of("MEDIATOR", 2);
        Talker wang = neighbour(HOME);
        bookings.book(wang.person(), slot);
        String shown = wang.says("预约调解员");
        wang.says(choiceOf(shown, slot));

        assertThat(wang.says("确认")).containsAnyOf("约过了", "同时在两个地方");
    }

    @Test
    void ofSeveralBookingsOneChoosesWhichToCancel() {
        Talker wang = neighbour(HOME);
        String first = bookings.book(wang.person(), bookings.aPoint(1)).text("id");
        String second = bookings.book(wang.person(), bookings.aPoint(1)).text("id");

        assertThat(wang.says("取消预约")).contains("要取消哪一个", "1. ", "2. ");
        wang.says("1");
        assertThat(wang.says("取消")).contains("取消了");
        assertThat(List.of(state(wang, first), state(wang, second))).containsExactlyInAnyOrder("BOOKED", "CANCELLED");
    }

    @Test
    void whoIsNotBoundIsLedToBindAndWhoHasNoHomeToTheirAddress() {
        Talker stranger = new Talker("mp-nobody-" + UUID.randomUUID(), "");
        for (String said : List.of("预约", "我的预约", "取消预约")) {
            assertThat(stranger.says(said)).contains("不认得您", "data-miniprogram-path");
        }

        assertThat(neighbour(null).says("约医生量血压")).contains("不知道您住哪里", "pages/me/home");
    }

    @Test
    void aNumberThatIsSaidWithItIsNeitherRememberedNorBooked() {
        bookings.aPoint(2);
        Talker wang = neighbour(HOME);
        wang.says("预约");
        wang.says("请医生量血压，打13900007703找我");
        assertThat(wang.says("1")).contains("***").doesNotContain("13900007703");
        assertThat(wang.says("确认")).contains("约好了");

        assertThat(Objects.requireNonNull(
                        database.sql("SELECT count(*) FROM conversation WHERE memory::text LIKE '%13900007703%'")
                                .mapValue(Long.class)
                                .one()
                                .block()))
                .isZero();
    }

    @Test
    void itIsAnsweredWellInsideFiveSeconds() {
        bookings.aPoint(2);
        Talker wang = neighbour(HOME);
        for (String said : List.of("约医生量血压", "1", "确认", "我的预约", "取消预约", "确认")) {
            long began = System.nanoTime();
            wang.says(said);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as(said).isLessThan(Duration.ofSeconds(5));
        }
    }

    /** Of a service that no other test opens. */
    private String of(String service, int capacity) {
        return bookings.open(Map.of("at", "POINT", "point", "二楼", "capacity", capacity, "service", service));
    }

    private static String state(Talker talker, String no) {
        return talker.person().get("/api/v1/appointments/" + no).text("state");
    }

    /** The number that stands before the time of this slot. */
    private String choiceOf(String shown, String slot) {
        String time = bookings.slot(slot).get("time").asString();
        return shown.lines()
                .filter(line -> line.contains(time))
                .map(line -> line.substring(0, 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(time + " is not in " + shown));
    }

    private static String numberIn(String answer) {
        Matcher number = NUMBER.matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return number.group();
    }

    private Talker neighbour(@Nullable PlacePath home) {
        String code = "demo-booker-" + UUID.randomUUID().toString().substring(0, 8);
        settling.settle(new Newcomer(
                        "o-" + code,
                        "u-" + code,
                        "mp-" + code,
                        "居民",
                        null,
                        List.of(),
                        home,
                        home == null ? null : People.anyRoom()))
                .block(Duration.ofSeconds(10));
        return new Talker("mp-" + code, code);
    }

    /** Somebody who writes to the official account. */
    private final class Talker {

        private final String mpOpenid;
        private final String code;
        private @Nullable Person person;

        Talker(String mpOpenid, String code) {
            this.mpOpenid = mpOpenid;
            this.code = code;
        }

        Person person() {
            person = person == null ? people.person(code) : person;
            return person;
        }

        String says(String words) {
            return says(Means.TEXT, words);
        }

        String taps(String key) {
            return says(Means.MENU, key);
        }

        private String says(Means means, String words) {
            return Objects.requireNonNull(conversation
                    .hear(heard(UUID.randomUUID().toString(), means, words))
                    .block(Duration.ofSeconds(30)));
        }

        Heard heard(String message, Means means, String words) {
            return new Heard(mpOpenid, message, means, words, null);
        }
    }
}
