package cn.huiyin.messaging.delivery;

import static cn.huiyin.messaging.delivery.PostOffice.LI;
import static cn.huiyin.messaging.delivery.PostOffice.WANG;
import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.domain.Job;
import cn.huiyin.messaging.domain.Settlement;
import cn.huiyin.messaging.spi.Outcome;
import cn.huiyin.messaging.store.Steps.Allowance;
import cn.huiyin.messaging.store.Steps.Begun;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

@StoreTest
class LeaseTest {

    private static final Instant SUNDAY = Instant.parse("2026-11-22T01:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final PostOffice office;
    private final RehearsalClock clock;

    LeaseTest(DatabaseClient database, RehearsalClock clock) {
        this.office = new PostOffice(database);
        this.clock = clock;
    }

    @BeforeEach
    void anEmptyOffice() {
        clock.stopAt(SUNDAY);
        office.execute("TRUNCATE outbox, inbox, todo, message_grant, stopped_template");
    }

    @Test
    void whatADeadWorkerHeldComesBackWhenItsLeaseEnds() {
        var key = office.promise("TICKET_ASSIGNED", LI);
        claim();

        assertThat(office.runUntilQuiet()).isZero();
        clock.advance(LEASE);

        assertThat(office.runUntilQuiet()).isEqualTo(1);
        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void aLateOutcomeOfAFencedOutClaimChangesNothing() {
        var key = office.promise("TICKET_ASSIGNED", LI);
        var slow = claim().get(0);
        clock.advance(LEASE);
        var quick = claim().get(0);

        assertThat(begin(slow)).isEqualTo(Begun.NOT_OURS);
        assertThat(settle(slow, Settlement.dead("TEMPLATE", "late"))).isEmpty();
        assertThat(office.standing(key)).isEqualTo("WAITING");
        assertThat(begin(quick)).isEqualTo(Begun.BEGUN);
        assertThat(settle(quick, Settlement.sent("TEMPLATE", "1"))).isPresent();
        assertThat(settle(slow, Settlement.sent("TEMPLATE", "2"))).isEmpty();
        assertThat(office.column("receipt", key)).isEqualTo("1");
    }

    @Test
    void aWithdrawnMessageIsNotBegunAndOneThatHasLeftSaysSo() {
        var waiting = office.promise("TICKET_ASSIGNED", LI);
        var leaving = office.promise("TICKET_ASSIGNED", WANG);
        var jobs = claim();
        assertThat(begin(jobs.get(1))).isEqualTo(Begun.BEGUN);
        office.execute("SELECT outbox_withdraw('ticket', subject_id, dedup_key, '撤回') FROM outbox");

        assertThat(begin(jobs.get(0))).isEqualTo(Begun.NOT_OURS);
        assertThat(settle(jobs.get(1), Settlement.sent("TEMPLATE", "1"))).isPresent();
        assertThat(office.standing(waiting)).isEqualTo("WITHDRAWN");
        assertThat(office.standing(leaving)).isEqualTo("SENT TEMPLATE");
    }

    @Test
    void theSameCallIsNeverMadeByTwoNodes() {
        IntStream.range(0, 200).forEach(n -> office.promise("TICKET_ASSIGNED", new AccountId(8000 + n)));

        Flux.merge(office.node(false).runUntilQuiet(), office.node(false).runUntilQuiet())
                .blockLast(Duration.ofSeconds(60));

        assertThat(office.sent).hasSize(200).doesNotHaveDuplicates();
        assertThat(office.one("SELECT count(*)::text FROM outbox WHERE state = 'SENT'"))
                .isEqualTo("200");
    }

    @Test
    void aPersonsMessagesLeaveOneAfterAnother() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        office.does.put(
                "TEMPLATE",
                parcel -> Mono.defer(() -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    return Mono.delay(Duration.ofMillis(5)).map(tick -> {
                        now.decrementAndGet();
                        return new Outcome.Delivered(null);
                    });
                }));
        IntStream.range(0, 10).forEach(n -> office.promise("TICKET_ASSIGNED", LI));

        office.runUntilQuiet();

        assertThat(most).hasValue(1);
        assertThat(office.sent).hasSize(10);
    }

    @Test
    void theUrgentGoFirst() {
        IntStream.range(0, 40).forEach(n -> office.promise("TICKET_ASSIGNED", new AccountId(8000 + n)));
        office.promise("TICKET_SUPERVISED", LI);

        assertThat(claim()).hasSize(16).extracting(Job::occasion).contains("TICKET_SUPERVISED");
    }

    @Test
    void fiftyCallsAtOnceNeverSpendMoreThanThereIs() {
        office.grant(LI, "progress", 10);
        IntStream.range(0, 50).forEach(n -> office.promise("TICKET_RECEIVED", LI));
        var jobs = Objects.requireNonNull(office.claims.claim(50, LEASE).block());

        var begun = Flux.fromIterable(jobs)
                .flatMap(this::beginAndSendWhenItsTurnHasCome, 50)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(begun).hasSize(50).filteredOn(Begun.BEGUN::equals).hasSize(10);
        assertThat(begun).filteredOn(Begun.NO_GRANT::equals).hasSize(40);
        assertThat(office.grants(LI, "progress")).isEqualTo("0");
    }

    @Test
    void theLoopSendsByItselfAndAStopWaitsForTheCallInProgress() throws InterruptedException {
        var called = new CountDownLatch(1);
        var answer = Sinks.<Outcome>one();
        office.does.put("TEMPLATE", parcel -> {
            called.countDown();
            return answer.asMono();
        });
        var key = office.promise("TICKET_ASSIGNED", LI);
        var next = office.promise("TICKET_ASSIGNED", LI);
        var node = office.node(true);
        node.start();
        assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();

        var stopped = new CountDownLatch(1);
        node.stop(stopped::countDown);
        assertThat(stopped.getCount()).isEqualTo(1);
        answer.tryEmitValue(new Outcome.Delivered("1"));

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(office.standing(key)).isEqualTo("SENT TEMPLATE");
        assertThat(office.standing(next)).isEqualTo("WAITING");
        assertThat(office.column("(not_before <= huiyin_now())", next)).isEqualTo("true");
        assertThat(office.sent).hasSize(1);
    }

    @Test
    void whileANodeCallsAPersonNoOtherNodeDoes() {
        var first = office.promise("TICKET_ASSIGNED", LI);
        var second = office.promise("TICKET_ASSIGNED", LI);
        var jobs = claim();

        assertThat(begin(jobs.get(1))).as("an earlier one is in other hands").isEqualTo(Begun.BUSY);
        assertThat(begin(jobs.get(0))).isEqualTo(Begun.BEGUN);
        assertThat(begin(jobs.get(1))).as("the call is under way").isEqualTo(Begun.BUSY);
        settle(jobs.get(0), Settlement.sent("TEMPLATE", "1"));
        assertThat(begin(jobs.get(1))).isEqualTo(Begun.BEGUN);
        assertThat(office.standing(first)).isEqualTo("SENT TEMPLATE");
        assertThat(office.standing(second)).isEqualTo("WAITING TEMPLATE");
    }

    @Test
    void aDeadNodesCallHoldsAPersonUpForTheLeaseAndNoLonger() {
        office.promise("TICKET_ASSIGNED", LI);
        begin(claim().get(0));
        var next = office.promise("TICKET_ASSIGNED", LI);
        var job = claim().get(0);

        assertThat(begin(job)).isEqualTo(Begun.BUSY);
        clock.advance(LEASE);

        assertThat(begin(job)).isEqualTo(Begun.BEGUN);
        assertThat(office.standing(next)).isEqualTo("WAITING TEMPLATE");
    }

    @Test
    void twoNodesSendAPersonsMessagesInTheirOrder() {
        var keys = IntStream.range(0, 12)
                .mapToObj(n -> office.promise("TICKET_ASSIGNED", LI, SUNDAY.minusSeconds(60 - n), Map.of()))
                .toList();

        for (int round = 0; round < 15; round++) {
            Flux.merge(office.node(false).runUntilQuiet(), office.node(false).runUntilQuiet())
                    .blockLast(Duration.ofSeconds(60));
            clock.advance(Duration.ofSeconds(2));
        }

        assertThat(office.sent)
                .extracting(sent -> sent.parcel().page().split("=")[1])
                .containsExactlyElementsOf(
                        keys.stream().map(key -> key.split("/")[0]).toList());
    }

    @Test
    void oneMessageThatHangsHoldsUpNoOther() {
        office.does.put(
                "TEMPLATE",
                parcel -> parcel.address().equals("mp-7001")
                        ? Mono.never()
                        : Mono.just(new Outcome.Delivered(parcel.clientMsgId())));
        office.promise("TICKET_ASSIGNED", LI);
        IntStream.range(0, 100).forEach(n -> office.promise("TICKET_ASSIGNED", new AccountId(8000 + n)));
        var running = office.node(false).runUntilQuiet().subscribe();

        var sent = Flux.interval(Duration.ofMillis(10))
                .onBackpressureDrop()
                .publishOn(Schedulers.boundedElastic())
                .map(tick -> office.one("SELECT count(*)::text FROM outbox WHERE state = 'SENT'"))
                .filter("100"::equals)
                .blockFirst(Duration.ofSeconds(5));

        assertThat(sent).isEqualTo("100");
        running.dispose();
    }

    private Mono<Begun> beginAndSendWhenItsTurnHasCome(Job job) {
        return office.steps
                .begin(job, LEASE, "SUBSCRIBE", "id-progress", true, Allowance.ENDLESS)
                .repeat()
                .filter(said -> said != Begun.BUSY)
                .next()
                .flatMap(said -> said == Begun.BEGUN
                        ? office.steps
                                .settle(job, Settlement.sent("SUBSCRIBE", "1"), Optional.empty())
                                .thenReturn(said)
                        : office.steps
                                .settle(job, Settlement.withdrawn("no grant"), Optional.empty())
                                .thenReturn(said));
    }

    private List<Job> claim() {
        return Objects.requireNonNull(office.claims.claim(16, LEASE).block()).stream()
                .sorted(Comparator.comparing(Job::id))
                .toList();
    }

    private Begun begin(Job job) {
        return Objects.requireNonNull(office.steps
                .begin(job, LEASE, "TEMPLATE", "id-mptask", false, Allowance.ENDLESS)
                .block());
    }

    private Optional<Duration> settle(Job job, Settlement as) {
        return office.steps.settle(job, as, Optional.empty()).blockOptional();
    }
}
