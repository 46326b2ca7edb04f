package cn.huiyin.messaging.delivery;

import static cn.huiyin.messaging.delivery.PostOffice.LI;
import static cn.huiyin.messaging.delivery.PostOffice.WANG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.spi.Outcome.Cause;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.spi.Subject.Standing.Stands;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@StoreTest
class DeliveryTest {

    /** 09:00 in Shanghai. */
    private static final Instant SUNDAY = Instant.parse("2026-11-22T01:00:00Z");

    private final PostOffice office;
    private final RehearsalClock clock;

    DeliveryTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
        clock.stopAt(SUNDAY);
        office.execute("TRUNCATE outbox, inbox, todo, message_grant, stopped_template, message_quota, message_today");
    }

    @BeforeEach
    void theClockStands() {
        clock.stopAt(SUNDAY);
    }

    @Test
    void aMessageLeavesByTheFirstChannelAndIsInTheInbox() {
        office.grant(LI, "progress", 1);
        var key = office.promise("TICKET_RECEIVED", LI);

        assertThat(office.runUntilQuiet()).isEqualTo(1);

        assertThat(office.standing(key)).isEqualTo("SENT SUBSCRIBE");
        assertThat(office.column("receipt", key)).startsWith("s-hy");
        assertThat(office.grants(LI, "progress")).isEqualTo("0");
        assertThat(office.one("SELECT sentence FROM inbox WHERE account = 7001"))
                .contains("路灯不亮", "收到了");
        var parcel = office.sent.get(0).parcel();
        assertThat(parcel.address()).isEqualTo("mini-7001");
        assertThat(parcel.templateId()).isEqualTo("id-progress");
        assertThat(parcel.page()).startsWith("pages/ticket/show?no=HY");
        assertThat(parcel.fields()).containsEntry("phrase3", "已收到").containsEntry("time4", "2026年11月25日 18:00");
    }

    @Test
    void whatIsNotDueWaits() {
        var key = office.promise("DEADLINE_BEFORE", LI, SUNDAY.plus(Duration.ofHours(24)), Map.of());

        assertThat(office.runUntilQuiet()).isZero();
        clock.advance(Duration.ofHours(24));
        assertThat(office.runUntilQuiet()).isEqualTo(1);
        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
    }

    /** More than one person's lane holds, which goes back to the queue for a while. */
    @Test
    void nothingThatIsDueIsLeftWhenItIsQuiet() {
        clock.setTo(SUNDAY);
        for (int i = 0; i < 70; i++) {
            office.promise("TICKET_RECEIVED", LI);
        }

        office.runUntilQuiet();

        assertThat(office.one("SELECT count(*) FROM outbox WHERE state = 'WAITING' AND not_before <= huiyin_now()"))
                .isEqualTo("0");
        assertThat(office.one("SELECT count(*) FROM inbox WHERE account = 7001"))
                .isEqualTo("70");
    }

    @Test
    void aMessageThatIsNoLongerTrueIsWithdrawnJustBeforeSending() {
        var key = office.promise("DEADLINE_DUE", LI);
        office.standings.put(key.split("/")[0], new Gone("已答复"));

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("WITHDRAWN");
        assertThat(office.column("last_error", key)).isEqualTo("已答复");
        assertThat(office.sent).isEmpty();
    }

    @Test
    void aMessageWithoutRecipientIsSpreadToThoseItConcernsByNow() {
        var key = office.promise("DEADLINE_OVERDUE", null);
        var now = Map.of("no", key.split("/")[0], "matter", "井盖坏了", "due", "2026年11月22日 08:00");
        office.standings.put(key.split("/")[0], new Stands(List.of(LI, WANG, LI), now));

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SPREAD");
        assertThat(office.standing(key + "/7001")).isEqualTo("SENT TEMPLATE");
        assertThat(office.standing(key + "/7002")).isEqualTo("SENT TEMPLATE");
        assertThat(office.sent)
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.parcel().fields()).containsEntry("thing2", "井盖坏了"));
    }

    @Test
    void aSubjectIsAskedWithTheFactsAsTheyWerePlannedForEachReaderToo() {
        var key = office.promise("TICKET_ASSIGNED", null, null, Map.of("unit", "qinghe-property"));
        var no = key.split("/")[0];
        office.standings.put(no, new Stands(List.of(LI), Map.of("no", no, "unit", "青河物业")));

        office.runUntilQuiet();

        assertThat(office.column("facts->>'unit'", key + "/7001")).isEqualTo("qinghe-property");
        assertThat(office.standing(key + "/7001")).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void whoIsNoLongerConcernedHearsNothing() {
        var key = office.promise("DEADLINE_OVERDUE", null);
        var no = key.split("/")[0];
        office.standings.put(no, new Stands(List.of(LI, WANG), Map.of("no", no)));
        office.pump(PostOffice.settings(false)).once().block();
        office.standings.put(no, new Stands(List.of(WANG), Map.of("no", no)));

        office.runUntilQuiet();

        assertThat(office.standing(key + "/7001")).isEqualTo("WITHDRAWN");
        assertThat(office.standing(key + "/7002")).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void aTaskIsGivenToItsPeopleInsteadOfAMessage() {
        var key = office.promise("CALLBACK_VISIT", null);
        office.standings.put(
                key.split("/")[0],
                new Stands(List.of(WANG), Map.of("no", "HY1", "matter", "路灯不亮", "placePath", "/q/c/g/")));

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TODO");
        assertThat(office.one("SELECT sentence || assignees::text FROM todo WHERE state = 'OPEN'"))
                .contains("打电话或上门", "{7002}");
        assertThat(office.sent).isEmpty();
    }

    @Test
    void aTaskIsWithdrawnWithItsReason() {
        var key = office.promise("CALLBACK_VISIT", WANG);
        office.runUntilQuiet();

        office.one("SELECT outbox_withdraw('ticket', '%s', '%s', '已评价')::text".formatted(key.split("/")[0], key));

        assertThat(office.one("SELECT state || note FROM todo WHERE dedup_key = '%s'".formatted(key)))
                .isEqualTo("WITHDRAWN已评价");
    }

    @Test
    void withoutAGrantTheNextChannelIsTaken() {
        var key = office.promise("TICKET_RECEIVED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void aGrantThatThePlatformDoesNotKnowIsSetToZero() {
        office.grant(LI, "progress", 5);
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.NextChannel(Cause.GRANT_GONE, "43101")));
        var key = office.promise("TICKET_RECEIVED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.column("tried->>'SUBSCRIBE'", key)).isEqualTo("GRANT_GONE");
        assertThat(office.grants(LI, "progress")).isEqualTo("0");
    }

    @Test
    void aGrantThatWasSurelyNotUsedIsGivenBack() {
        office.grant(LI, "progress", 5);
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Retry("-1", null)));
        office.promise("TICKET_RECEIVED", LI);

        office.runUntilQuiet();

        assertThat(office.grants(LI, "progress")).isEqualTo("5");
    }

    @Test
    void whatFailsClimbsTheLadderAndDiesAtItsEnd() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Retry("-1", null)));
        var key = office.promise("TICKET_ASSIGNED", LI, null, Map.of("placePath", "/qinghe/qinghe-c1/qinghe-c1-g2/"));

        office.runUntilQuiet();
        for (var rung : PostOffice.settings(false).ladder()) {
            assertThat(office.standing(key)).isEqualTo("WAITING");
            assertThat(office.runUntilQuiet()).isZero();
            clock.advance(rung);
            assertThat(office.runUntilQuiet()).isEqualTo(1);
        }

        assertThat(office.standing(key)).isEqualTo("DEAD TEMPLATE");
        assertThat(office.sent).hasSize(6);
        assertThat(office.sent)
                .extracting(sent -> sent.parcel().clientMsgId())
                .containsOnly(office.sent.get(0).parcel().clientMsgId());
        assertThat(office.meters
                        .counter("huiyin.messages.alarms", "kind", "DEAD")
                        .count())
                .isEqualTo(1);
        assertThat(office.one("SELECT role || ' ' || place || ' ' || sentence FROM todo"))
                .startsWith("DISPATCHER /qinghe/qinghe-c1/qinghe-c1-g2/ 有一条消息没能送到本人（多次发送没有成功）");
    }

    @Test
    void aTimeNamedByThePlatformCounts() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Retry("43108", Duration.ofSeconds(2))));
        var key = office.promise("TICKET_ASSIGNED", LI);
        office.runUntilQuiet();
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Delivered(null)));

        clock.advance(Duration.ofSeconds(2));
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void whatExceedsTheDaysQuotaWaitsForTheNextDayInShanghai() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Park("45009")));
        var key = office.promise("TICKET_ASSIGNED", LI);

        office.runUntilQuiet();

        assertThat(office.column("not_before AT TIME ZONE 'UTC'", key)).isEqualTo("2026-11-22 16:00:00");
        assertThat(office.column("failures", key)).isEqualTo("0");
    }

    @Test
    void aRefusedTemplateIsStoppedForAllUntilItIsReleased() {
        office.grant(LI, "progress", 2);
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.StopTemplate("40037")));
        office.promise("TICKET_RECEIVED", LI);
        office.runUntilQuiet();
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Delivered(null)));
        var second = office.promise("TICKET_RECEIVED", LI);
        office.runUntilQuiet();

        assertThat(office.standing(second)).isEqualTo("SENT TEMPLATE");
        assertThat(office.grants(LI, "progress")).isEqualTo("2");
        assertThat(office.sent)
                .extracting(PostOffice.Sent::channel)
                .containsExactly("SUBSCRIBE", "TEMPLATE", "TEMPLATE");
        assertThat(office.meters
                        .counter("huiyin.messages.alarms", "kind", "TEMPLATE_STOPPED")
                        .count())
                .isEqualTo(1);

        assertThat(office.stopped.release("id-progress").block()).isTrue();
        var third = office.promise("TICKET_RECEIVED", LI);
        office.runUntilQuiet();
        assertThat(office.standing(third)).isEqualTo("SENT SUBSCRIBE");
    }

    @Test
    void refusedContentIsKeptForAnOperator() {
        office.grant(LI, "progress", 1);
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Dead("47003 thing2")));
        var key = office.promise("TICKET_RECEIVED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("DEAD SUBSCRIBE");
        assertThat(office.column("last_error", key)).isEqualTo("47003 thing2");
        assertThat(office.grants(LI, "progress")).isEqualTo("1");
    }

    @Test
    void anOfficialMessageWhoseEndNobodyKnowsIsTriedAgainWithTheSameId() {
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Unknown("timed out")));
        var key = office.promise("CALLBACK_ASK", LI);
        office.runUntilQuiet();
        assertThat(office.standing(key)).isEqualTo("WAITING TEMPLATE");
        office.does.put("TEMPLATE", parcel -> said(new Outcome.Delivered("t")));

        clock.advance(Duration.ofSeconds(10));
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.sent).hasSize(2);
        assertThat(office.sent.get(1).parcel().clientMsgId())
                .isEqualTo(office.sent.get(0).parcel().clientMsgId());
    }

    @Test
    void afterTheTimeInWhichDoublesAreToldAQuestionIsNotSentAgain() {
        office.does.put("TEMPLATE", parcel -> Mono.error(new AssertionError("the node dies here")));
        var key = office.promise("CALLBACK_ASK", LI);
        office.runUntilQuiet();

        clock.advance(Duration.ofMinutes(11));
        office.runUntilQuiet();

        assertThat(office.sent).hasSize(1);
        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.column("last_error", key)).isEqualTo("cut off");
    }

    @Test
    void aLegalReminderWhoseEndNobodyKnowsIsSentAgainWithTheSameGrant() {
        office.grant(LI, "deadline", 1);
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Unknown("timed out")));
        var key = office.promise("DEADLINE_DUE", LI);
        office.runUntilQuiet();
        assertThat(office.grants(LI, "deadline")).isEqualTo("0");
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Delivered("s")));

        clock.advance(Duration.ofSeconds(10));
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT SUBSCRIBE");
        assertThat(office.sent).hasSize(2);
        assertThat(office.grants(LI, "deadline")).isEqualTo("0");
    }

    @Test
    void aSatisfactionQuestionWhoseEndNobodyKnowsIsNotSentAgain() {
        office.grant(LI, "callback", 2);
        office.does.put("SUBSCRIBE", parcel -> said(new Outcome.Unknown("timed out")));
        var key = office.promise("CALLBACK_ASK", LI);
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT SUBSCRIBE");
        assertThat(office.column("last_error", key)).isEqualTo("timed out");
        assertThat(office.grants(LI, "callback")).isEqualTo("1");
    }

    @Test
    void whoCannotBeReachedAndMustBeIsAHumansTask() {
        office.isStranger(LI);
        var place = Map.of("placePath", "/qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b1/");
        var key = office.promise("TICKET_REPLIED", LI, null, place);
        var nowhere = office.promise("TICKET_REPLIED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TODO");
        assertThat(office.one("SELECT role || ' ' || place FROM todo WHERE dedup_key = '%s'".formatted(key)))
                .isEqualTo("GRID_WORKER /qinghe/qinghe-c1/qinghe-c1-g2/qinghe-c1-g2-b1/");
        assertThat(office.one("SELECT sentence FROM todo WHERE dedup_key = '%s'".formatted(key)))
                .isEqualTo("有一条消息没能送到本人（没有绑定微信），请打电话或上门转告：您反映的“路灯不亮”答复了");
        assertThat(office.one("SELECT role || ' ' || place FROM todo WHERE dedup_key = '%s'".formatted(nowhere)))
                .isEqualTo("ADMIN /qinghe/");
        assertThat(office.one("SELECT count(*)::text FROM inbox WHERE account = 7001"))
                .isEqualTo("2");
    }

    @Test
    void whoCannotBeReachedAndNeedNotBeFindsItInTheInbox() {
        office.isStranger(LI);
        var key = office.promise("TICKET_RECEIVED", LI);

        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT INBOX");
        assertThat(office.one("SELECT count(*)::text FROM todo")).isEqualTo("0");
    }

    @Test
    void aSubjectThatCannotBeAskedIsAskedAgain() {
        office.execute("UPDATE outbox SET subject_kind = 'visit'");
        var key = office.promise("TICKET_RECEIVED", LI);
        office.execute("UPDATE outbox SET subject_kind = 'visit'");
        office.runUntilQuiet();
        assertThat(office.standing(key)).isEqualTo("WAITING");
        office.execute("UPDATE outbox SET subject_kind = 'ticket'");

        clock.advance(Duration.ofSeconds(10));
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
    }

    private static Mono<Outcome> said(Outcome outcome) {
        return Mono.just(outcome);
    }
}
