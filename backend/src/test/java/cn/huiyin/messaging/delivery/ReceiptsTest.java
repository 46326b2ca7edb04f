package cn.huiyin.messaging.delivery;

import static cn.huiyin.messaging.delivery.PostOffice.LI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.messaging.Receipts;
import cn.huiyin.messaging.spi.Subject.Standing.Gone;
import cn.huiyin.messaging.store.Fates;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What WeChat says about a message after it took it. */
@StoreTest
class ReceiptsTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T02:00:00Z");

    private final PostOffice office;
    private final Receipts receipts;

    ReceiptsTest(DatabaseClient database, RehearsalClock clock) {
        clock.stopAt(MORNING);
        this.office = new PostOffice(database);
        this.receipts = new Receipts(office.catalogue, new Fates(database), office.meters);
    }

    @BeforeEach
    void nothingIsThere() {
        office.execute("TRUNCATE outbox, inbox, todo, message_grant");
        office.sent.clear();
    }

    @Test
    void whatArrivedIsKeptWithTheMessageOnce() {
        var key = sentBySubscribe("TICKET_REPLIED", "reply");
        var receipt = office.column("receipt", key);

        assertThat(receipts.arrived("SUBSCRIBE", receipt).block()).isTrue();
        assertThat(receipts.notShown("SUBSCRIBE", receipt, "late and false").block())
                .isTrue();
        assertThat(office.standing(key)).isEqualTo("SENT SUBSCRIBE");
        assertThat(office.column("fate", key)).isEqualTo("ARRIVED");
        assertThat(office.meters.get("huiyin.messages.receipts").counters())
                .singleElement()
                .satisfies(counter -> assertThat(counter.count()).isEqualTo(1));
    }

    @Test
    void whatMustReachAndWasNotShownGoesOnToTheNextChannel() {
        var key = sentBySubscribe("TICKET_REPLIED", "reply");

        assertThat(receipts.notShown("SUBSCRIBE", office.column("receipt", key), "3 system failed")
                        .block())
                .isTrue();
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.column("tried->>'SUBSCRIBE'", key)).isEqualTo("NOT_SHOWN");
        assertThat(office.sent).hasSize(2);
        assertThat(office.one("SELECT count(*)::text FROM inbox")).isEqualTo("1");
    }

    @Test
    void whereNoChannelIsLeftAHumanGetsTheTaskWithTheReason() {
        var key = sentBySubscribe("TICKET_REPLIED", "reply");
        receipts.notShown("SUBSCRIBE", office.column("receipt", key), "3 system failed")
                .block();
        office.runUntilQuiet();
        receipts.notShown("TEMPLATE", office.column("receipt", key), "failed:user block")
                .block();
        office.does.remove("CUSTOMER_SERVICE");
        office.runUntilQuiet();

        assertThat(office.standing(key)).isEqualTo("SENT TODO");
        assertThat(office.one("SELECT sentence FROM todo")).contains("本人拒收了微信消息");
    }

    @Test
    void theSameReceiptToldTwiceSendsItOnItsWayOnce() {
        var key = sentBySubscribe("TICKET_REPLIED", "reply");
        var receipt = office.column("receipt", key);

        assertThat(receipts.notShown("SUBSCRIBE", receipt, "failed").block()).isTrue();
        assertThat(receipts.notShown("SUBSCRIBE", receipt, "failed").block())
                .as("by now it is on its way under no receipt")
                .isFalse();
        office.runUntilQuiet();
        assertThat(office.sent).hasSize(2);
    }

    @Test
    void whatNeedNotReachStaysInTheInboxWithItsFate() {
        var key = sentBySubscribe("TICKET_RECEIVED", "progress");

        receipts.notShown("SUBSCRIBE", office.column("receipt", key), "failed:user block")
                .block();
        assertThat(office.runUntilQuiet()).isZero();

        assertThat(office.standing(key)).isEqualTo("SENT SUBSCRIBE");
        assertThat(office.column("fate", key)).isEqualTo("NOT_SHOWN");
        assertThat(office.column("fate_reason", key)).isEqualTo("failed:user block");
    }

    @Test
    void whatIsNoLongerTrueIsNotSentAgain() {
        var key = sentBySubscribe("TICKET_REPLIED", "reply");
        office.standings.put(key.split("/")[0], new Gone("已重新办理"));

        receipts.notShown("SUBSCRIBE", office.column("receipt", key), "failed").block();
        office.runUntilQuiet();

        assertThat(office.standing(key)).startsWith("WITHDRAWN");
        assertThat(office.sent).hasSize(1);
    }

    @Test
    void aReceiptThatNobodyKnowsIsSaidToBeUnknown() {
        assertThat(receipts.arrived("SUBSCRIBE", "s-nobody").block()).isFalse();
        assertThat(receipts.notShown("TEMPLATE", "t-nobody", "failed").block()).isFalse();
    }

    private String sentBySubscribe(String occasion, String template) {
        office.grant(LI, template, 1);
        var key = office.promise(occasion, LI);
        office.runUntilQuiet();
        assertThat(office.standing(key)).isEqualTo("SENT SUBSCRIBE");
        return key;
    }
}
