package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.identity.Caller;
import cn.huiyin.journey.People.Person;
import cn.huiyin.rehearsal.HuiyinTest;
import cn.huiyin.safety.Checking;
import cn.huiyin.ticket.TicketDesk;
import cn.huiyin.ticket.TicketNo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whoever asks again and again whether something has moved: told so without reading all of it. */
@HuiyinTest
class UnchangedProgressTest {

    private static final String LAMP = "3号楼2单元的楼道灯坏了，晚上看不见路";

    private final People people;
    private final TicketDesk desk;
    private final Checking checking;

    UnchangedProgressTest(WebTestClient client, TicketDesk desk, Checking checking) {
        this.people = new People(client);
        this.desk = desk;
        this.checking = checking;
    }

    @Test
    void theShortQuestionAgreesWithTheWholeTicketAtEveryStepOfItsLife() {
        String no = people.li.files(LAMP).text("no");
        agrees(no);
        people.dispatcher.moves(no, Map.of("move", "CLASSIFY", "handlingKind", "COORDINATED"));
        agrees(no);
        people.dispatcher.moves(no, "DISPATCH");
        people.handler.moves(no, "ACCEPT");
        agrees(no);
        people.handler.moves(no, "PAUSE", "等居民在家");
        agrees(no);
        people.advance(Duration.ofDays(7));
        agrees(no);
        people.handler.moves(no, "RESUME", "居民回来了");
        agrees(no);
        people.advance(Duration.ofDays(7));
        agrees(no);
        people.handler.moves(no, "REPLY", "灯已换好");
        agrees(no);
    }

    @Test
    void aDeadlineThatTheClockMissesIsAChange() {
        String no = people.li.files(LAMP).text("no");
        agrees(no);
        String before = tag(people.li, no);

        people.advance(Duration.ofDays(7));

        assertThat(isStill(people.li, no, before)).isFalse();
        assertThat(people.li.getUnlessSeen("/api/v1/tickets/" + no, before).status())
                .isEqualTo(200);
        agrees(no);
    }

    @Test
    void nobodyElseIsToldThatItIsStillTheSame() {
        String no = people.li.files(LAMP).text("no");
        String tag = tag(people.li, no);

        assertThat(isStill(people.other, no, tag)).isFalse();
        assertThat(people.other.getUnlessSeen("/api/v1/tickets/" + no, tag).status())
                .isEqualTo(404);
    }

    @Test
    void aTagThatIsNoneOfOursIsAnsweredWithTheTicket() {
        String no = people.li.files(LAMP).text("no");

        for (String tag : List.of("\"1\"", "W/\"1.0\"", "*garbage", "\"99.0\"", "\"1.0\", \"2.0\"")) {
            assertThat(isStill(people.li, no, tag)).as(tag).isFalse();
        }
    }

    private void agrees(String no) {
        String tag = onceItRests(no);
        assertThat(people.li.getUnlessSeen("/api/v1/tickets/" + no, tag).status())
                .isEqualTo(304);
        String[] parts = tag.replace("\"", "").split("\\.");
        String other = "\"%s.%d\"".formatted(parts[0], Integer.parseInt(parts[1]) + 1);
        assertThat(isStill(people.li, no, other)).as(other).isFalse();
    }

    /**
     * As long as something is still to be said about its words, all of it is read; and where the clock has moved, the
     * service itself may take a step meanwhile.
     */
    private String onceItRests(String no) {
        return Objects.requireNonNull(Mono.defer(() -> checking.runUntilQuiet().then())
                .then(Mono.fromCallable(() -> tag(people.li, no)).subscribeOn(Schedulers.boundedElastic()))
                .filterWhen(tag ->
                        Mono.fromCallable(() -> isStill(people.li, no, tag)).subscribeOn(Schedulers.boundedElastic()))
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(100)))
                .block(Duration.ofSeconds(20)));
    }

    private static String tag(Person person, String no) {
        return person.sees(no).headers().getETag();
    }

    private boolean isStill(Person person, String no, String tag) {
        var caller =
                new Caller(new AccountId(Long.parseLong(person.get("/api/v1/me").text("id"))), "somebody", List.of());
        return Boolean.TRUE.equals(desk.isStill(new TicketNo(no), caller, tag).block(Duration.ofSeconds(20)));
    }
}
