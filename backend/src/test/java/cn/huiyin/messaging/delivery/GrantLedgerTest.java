package cn.huiyin.messaging.delivery;

import static cn.huiyin.messaging.delivery.PostOffice.LI;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.idempotency.RepeatsOn;
import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Grants;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.domain.Settlement.Grant;
import cn.huiyin.messaging.store.MessageGrants;
import cn.huiyin.messaging.store.MessageGrants.Teller;
import cn.huiyin.messaging.store.Steps.Allowance;
import cn.huiyin.messaging.store.Steps.Begun;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/** How many messages a person has agreed to, told by their page and by WeChat, in whatever order and however often. */
@StoreTest
class GrantLedgerTest {

    private static final String PROGRESS = "id-progress";
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final PostOffice office;
    private final RehearsalClock clock;
    private final MessageGrants ledger;
    private final Repeats repeats;
    private final Grants grants;

    GrantLedgerTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
        this.ledger = new MessageGrants(database);
        this.repeats = RepeatsOn.database(database);
        var ids = new TemplateIds(office.catalogue.templates().keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> "id-" + key)));
        this.grants = new Grants(office.catalogue, ids, ledger, repeats);
    }

    @BeforeEach
    void nothingIsThere() {
        office.execute("TRUNCATE outbox, message_grant, kept_answer");
    }

    @Test
    void anAcceptToldByBothSidesCountsOnce() {
        reported(LI, "a");
        told(LI, "accept", "a");
        assertThat(left(LI)).isEqualTo(1);

        told(LI, "accept", "b");
        reported(LI, "b");
        assertThat(left(LI)).isEqualTo(2);
    }

    @Test
    void anEventThatComesTwiceCountsOnceEvenAtTheSameMoment() {
        told(LI, "accept", "a");
        Flux.range(0, 10)
                .flatMap(i -> grants.answered(LI, PROGRESS, "accept", "a"), 10)
                .blockLast(Duration.ofSeconds(30));
        assertThat(left(LI)).isEqualTo(1);
    }

    @Test
    void anEventThatComesAfterTheMessageIsNotAnotherGrant() {
        reported(LI, "a");
        assertThat(send(LI, Grant.SPENT)).isTrue();
        told(LI, "accept", "a");

        assertThat(left(LI)).isZero();
        assertThat(send(LI, Grant.SPENT)).isFalse();
    }

    @Test
    void aRejectInTheSettingsVoidsAllAndARepeatOfItVoidsNothingMore() {
        told(LI, "accept", "a");
        told(LI, "accept", "b");
        grants.changed(LI, PROGRESS, "reject", "c").block();
        assertThat(left(LI)).isZero();
        reported(LI, "a");
        assertThat(left(LI)).as("the page tells late of what is void").isZero();

        reported(LI, "b");
        told(LI, "accept", "d");
        grants.changed(LI, PROGRESS, "reject", "c").block();
        assertThat(left(LI)).isEqualTo(1);
    }

    @Test
    void aTemplateOfSomebodyElseAndAnAnswerThatIsNoneAreNotCounted() {
        grants.answered(LI, "id-of-another-program", "accept", "a").block();
        grants.answered(LI, PROGRESS, "perhaps", "b").block();
        assertThat(office.one("SELECT count(*)::text FROM message_grant")).isEqualTo("0");
    }

    @Test
    void aDifferenceCanBeCountedAndIsSettledAfterADay() {
        for (int i = 0; i < 5; i++) {
            reported(LI, "r" + i);
        }
        told(LI, "accept", "e");
        assertThat(ledger.differing().block()).isEqualTo(1);
        // WeChat says that there are none: the page has told too much
        assertThat(send(LI, Grant.NONE_LEFT)).isTrue();
        assertThat(left(LI)).isZero();

        told(LI, "accept", "f");
        assertThat(left(LI)).as("it may be one of the five").isZero();
        clock.advance(Duration.ofHours(25));
        told(LI, "accept", "g");
        assertThat(left(LI)).as("it cannot be one of the five").isEqualTo(1);
        reported(LI, "g");
        assertThat(ledger.differing().block()).isZero();
    }

    /** Stories of accepts, reports, events and messages, against a plain reckoning. */
    @Test
    void inWhateverOrderItIsToldTheLedgerIsNeverBelowZeroAndCountsNoAcceptTwice() {
        var seed = System.nanoTime();
        System.out.println("GrantLedgerTest seed " + seed);
        var random = new Random(seed);
        for (int story = 0; story < 150; story++) {
            tell(new Story(new AccountId(100_000 + story), random), seed + " story " + story);
        }
    }

    private void tell(Story story, String name) {
        for (var act : story.acts) {
            switch (act.kind()) {
                case REPORT -> reported(story.who, act.fact());
                case EVENT -> told(story.who, "accept", act.fact());
                case REJECT ->
                    grants.changed(story.who, PROGRESS, "reject", act.fact()).block();
                case SEND -> assertThat(send(story.who, act.end())).as(name).isEqualTo(story.left() > 0);
            }
            story.happens(act);
            assertThat(left(story.who)).as(name + " after " + act).isEqualTo(story.left());
        }
        assertThat(story.sent).as(name).isLessThanOrEqualTo(story.accepts);
    }

    private enum Kind {
        REPORT,
        EVENT,
        REJECT,
        SEND
    }

    private record Act(Kind kind, String fact, Grant end) {}

    /** One person's taps, in the order in which we hear of them; some twice, some late, some never. */
    private static final class Story {

        private final AccountId who;
        private final int accepts;
        private final List<Act> acts = new ArrayList<>();
        private final List<String> reported = new ArrayList<>();
        private final List<String> confirmed = new ArrayList<>();
        private int spent;
        private int sent;

        Story(AccountId who, Random random) {
            this.who = who;
            this.accepts = random.nextInt(6);
            for (int accept = 0; accept < accepts; accept++) {
                for (int time = random.nextInt(3); time > 0; time--) {
                    put(random, new Act(Kind.REPORT, "a" + accept, Grant.SPENT));
                }
                for (int time = random.nextInt(4); time > 0; time--) {
                    put(random, new Act(Kind.EVENT, "a" + accept, Grant.SPENT));
                }
            }
            for (int message = random.nextInt(7); message > 0; message--) {
                put(random, new Act(Kind.SEND, "-", Grant.values()[random.nextInt(Grant.values().length)]));
            }
            if (random.nextInt(4) == 0) {
                put(random, new Act(Kind.REJECT, "reject", Grant.SPENT));
            }
        }

        private void put(Random random, Act act) {
            acts.add(random.nextInt(acts.size() + 1), act);
        }

        /** The greater of what both sides told of, less what was spent. */
        int left() {
            return Math.max(reported.size(), confirmed.size()) - spent;
        }

        void happens(Act act) {
            switch (act.kind()) {
                case REPORT -> once(reported, act.fact());
                case EVENT -> once(confirmed, act.fact());
                case REJECT -> spent += left();
                case SEND -> spend(act.end());
            }
        }

        private void spend(Grant end) {
            if (left() > 0 && end != Grant.BACK) {
                sent += end == Grant.SPENT ? 1 : 0;
                spent += end == Grant.SPENT ? 1 : left();
            }
        }

        private static void once(List<String> facts, String fact) {
            if (!facts.contains(fact)) {
                facts.add(fact);
            }
        }
    }

    private void reported(AccountId who, String key) {
        var repeat = Repeat.of(who.value(), "page-" + key, "POST", Map.of());
        repeats.once(repeat, () -> ledger.answered(Map.of(PROGRESS, "accept"), Teller.PAGE, repeat))
                .block();
    }

    private void told(AccountId who, String answer, String fact) {
        grants.answered(who, PROGRESS, answer, fact).block();
    }

    private int left(AccountId who) {
        var left = office.grants(who, "progress");
        return left.equals("nothing") ? 0 : Integer.parseInt(left);
    }

    /** Sends one by the steps of the product; says whether there was a grant for it. */
    private boolean send(AccountId who, Grant end) {
        office.promise("TICKET_RECEIVED", who);
        var job = office.claims.claim(1, LEASE).block().get(0);
        var begun = office.steps
                .begin(job, LEASE, "SUBSCRIBE", PROGRESS, true, Allowance.ENDLESS)
                .block();
        if (begun == Begun.BEGUN) {
            office.steps.settle(job, settlement(end), Optional.empty()).block();
        }
        office.execute("DELETE FROM outbox");
        return begun == Begun.BEGUN;
    }

    private static Settlement settlement(Grant end) {
        return switch (end) {
            case SPENT -> Settlement.sent("SUBSCRIBE", "s-1");
            case BACK -> Settlement.next("SUBSCRIBE", Grant.BACK, "RECIPIENT_OFF", "40003");
            case NONE_LEFT -> Settlement.next("SUBSCRIBE", Grant.NONE_LEFT, "GRANT_GONE", "43101");
        };
    }
}
