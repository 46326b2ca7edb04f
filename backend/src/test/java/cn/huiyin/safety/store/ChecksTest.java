package cn.huiyin.safety.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.identity.AccountId;
import cn.huiyin.messaging.Notice;
import cn.huiyin.messaging.Outbox;
import cn.huiyin.messaging.domain.CatalogueTest;
import cn.huiyin.messaging.store.Promises;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import cn.huiyin.rehearsal.TestDatabase;
import cn.huiyin.safety.CheckState;
import cn.huiyin.safety.domain.Step.Await;
import cn.huiyin.safety.domain.Step.Later;
import cn.huiyin.safety.domain.Step.Settle;
import cn.huiyin.safety.spi.Finding.Suggest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@StoreTest
class ChecksTest {

    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final String PHOTO = "0123456789abcdef0123456789abcdef";
    private static final Settle PASSED = new Settle(CheckState.PASSED, Suggest.PASS, 100, "通过");
    private static final Settle HELD = new Settle(CheckState.HELD, Suggest.RISKY, 20002, "有风险");

    private final TestDatabase scene;
    private final DatabaseClient database;
    private final RehearsalClock clock;
    private final Checks checks;
    private final Reviews reviews;

    ChecksTest(TestDatabase scene, DatabaseClient database, RehearsalClock clock) {
        this.scene = scene;
        this.database = database;
        this.clock = clock;
        var outbox = new Outbox(CatalogueTest.theCatalogue(), new Promises(database));
        this.checks = new Checks(database, outbox);
        this.reviews = new Reviews(database, outbox);
    }

    @BeforeEach
    void nothingIsThere() {
        scene.execute(
                "DELETE FROM content_trace", "DELETE FROM content_check", "DELETE FROM outbox", "DELETE FROM media");
        scene.execute(
                "INSERT INTO media (id, owner, kind, bytes, sha256, state, ticket) VALUES ('%s', 7, 'JPEG', 1, '%s', 'ATTACHED', 'HY1')"
                        .formatted(PHOTO, "a".repeat(64)));
    }

    @Test
    void whatIsDueIsInOnePairOfHandsUntilTheLeaseEnds() {
        promise("description", "路灯坏了", null);

        var mine = claimed();
        assertThat(checks.claim(8, LEASE).block()).isEmpty();
        clock.advance(LEASE.plusSeconds(1));
        var others = claimed();

        assertThat(others.id()).isEqualTo(mine.id());
        assertThat(checks.settle(mine, PASSED, List.of()).block()).isFalse();
        assertThat(checks.settle(others, HELD, List.of()).block()).isTrue();
        assertThat(state(mine)).isEqualTo("HELD");
    }

    @Test
    void whatHasPassedIsForAllAndItsWordsAreNotKept() {
        promise("description", "路灯坏了", null);
        assertThat(marks()).isEqualTo("description PENDING");

        checks.settle(claimed(), PASSED, List.of()).block();

        assertThat(marks()).isEmpty();
        assertThat(one("SELECT count(*)::text FROM content_check WHERE words IS NOT NULL"))
                .isEqualTo("0");
    }

    @Test
    void aPhotoThatIsDoubtedIsHiddenAndAHumanHasATaskInTheSameStatement() {
        promise("media/" + PHOTO, null, PHOTO);
        var job = claimed();

        checks.settle(job, HELD, List.of(task(job))).block();

        assertThat(one("SELECT hidden::text FROM media")).isEqualTo("true");
        assertThat(one("SELECT occasion FROM outbox WHERE state = 'WAITING'")).isEqualTo("CONTENT_REVIEW");

        var item = Objects.requireNonNull(reviews.find(job.id()).block());
        reviews.decide(item, CheckState.RELEASED, 9, null, List.of()).block();

        assertThat(one("SELECT hidden::text FROM media")).isEqualTo("false");
        assertThat(one("SELECT state FROM outbox")).isEqualTo("WITHDRAWN");
        assertThat(one("SELECT kind || ' ' || actor FROM audit_entry WHERE subject = 'content-check/%d'"
                        .formatted(job.id())))
                .isEqualTo("CONTENT_RELEASED 9");
    }

    @Test
    void twoHumansDoNotDecideTheSame() {
        promise("description", "您好", null);
        var job = claimed();
        checks.settle(job, HELD, List.of()).block();
        var item = Objects.requireNonNull(reviews.find(job.id()).block());

        assertThat(reviews.decide(item, CheckState.REFUSED, 9, "骂人", List.of()).block())
                .isTrue();
        assertThat(reviews.decide(item, CheckState.RELEASED, 8, null, List.of()).block())
                .isFalse();
        assertThat(state(job)).isEqualTo("REFUSED");
        assertThat(marks()).isEqualTo("description REFUSED");
    }

    @Test
    void ourHandingInAndWechatsEventMeetWhicheverComesFirst() {
        promise("media/" + PHOTO, null, PHOTO);
        var job = claimed();

        var early =
                Objects.requireNonNull(checks.heard("t-1", 0, "risky", 20002).block());
        assertThat(early.check()).isNull();
        var met = Objects.requireNonNull(
                checks.await(job, new Await("t-1", Duration.ofMinutes(30))).block());
        assertThat(met.check()).isEqualTo(job.id());
        assertThat(met.suggest()).isEqualTo("risky");

        checks.await(job, new Await("t-2", Duration.ofMinutes(30))).block();
        var late = Objects.requireNonNull(checks.heard("t-2", 0, "pass", 100).block());
        assertThat(late.check()).isEqualTo(job.id());
        assertThat(late.errcode()).isZero();
    }

    @Test
    void anEventCountsWhoeverIsBusyWithThePhoto() {
        promise("media/" + PHOTO, null, PHOTO);
        claimed();
        var told = Objects.requireNonNull(
                checks.pending(one("SELECT id FROM content_check", Long.class)).block());
        clock.advance(LEASE.plusSeconds(1));
        claimed();

        assertThat(checks.settle(told, PASSED, List.of()).block()).isTrue();
        assertThat(checks.pending(told.id()).block()).isNull();
    }

    @Test
    void aPhotoThatNobodyAnsweredAboutComesBackAfterHalfAnHourAndNotBefore() {
        promise("media/" + PHOTO, null, PHOTO);
        checks.await(claimed(), new Await("t-3", Duration.ofMinutes(30))).block();

        clock.advance(Duration.ofMinutes(29));
        assertThat(checks.claim(8, LEASE).block()).isEmpty();
        clock.advance(Duration.ofMinutes(2));

        assertThat(claimed().submitted()).isOne();
    }

    @Test
    void whatFailedComesBackAfterItsWait() {
        promise("description", "路灯坏了", null);
        checks.later(claimed(), new Later(Duration.ofSeconds(30), "微信没有回答")).block();

        assertThat(checks.claim(8, LEASE).block()).isEmpty();
        clock.advance(Duration.ofSeconds(31));

        assertThat(claimed().failures()).isOne();
        var depth = Objects.requireNonNull(checks.depth().block());
        assertThat(depth.pending()).isOne();
        assertThat(depth.oldest()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatWasKeptWithoutItsContentIsRefused() {
        assertThatThrownBy(() -> promise("description", null, null)).hasMessageContaining("content_check");
    }

    @Test
    void aReviewerSeesTheirOwnPlacesOnlyTheNewestFirst() {
        promise("description", "一", null);
        promise("event/2", "二", null);
        checks.claim(8, LEASE)
                .block()
                .forEach(job -> checks.settle(job, HELD, List.of()).block());

        assertThat(parts("/qinghe/qinghe-c1/", Long.MAX_VALUE, 9)).containsExactly("event/2", "description");
        assertThat(parts("/", Long.MAX_VALUE, 1)).containsExactly("event/2");
        assertThat(parts("/qinghe/qinghe-c2/", Long.MAX_VALUE, 9)).isEmpty();
        assertThat(parts("/qinghe/qinghe-c/", Long.MAX_VALUE, 9)).isEmpty();
    }

    private List<String> parts(String place, long before, int size) {
        Set<CheckState> held = EnumSet.of(CheckState.HELD);
        return Objects.requireNonNull(
                        reviews.page(held, List.of(place), before, size).block())
                .stream()
                .map(Reviews.Item::part)
                .toList();
    }

    private void promise(String part, String words, String media) {
        var document = """
                [{"street": "qinghe", "place": "/qinghe/qinghe-c1/qinghe-c1-g1/", "subject_kind": "ticket", "subject_id": "HY1",
                  "part": "%s", "author": 7, "by_staff": false, "scene": 3, "words": %s, "media": %s}]
                """.formatted(part, quoted(words), quoted(media));
        database.sql("SELECT safety_append($1::jsonb)")
                .bind("$1", document)
                .then()
                .block();
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private Job claimed() {
        var jobs = Objects.requireNonNull(checks.claim(8, LEASE).block());
        assertThat(jobs).hasSize(1);
        return jobs.get(0);
    }

    private static Notice task(Job job) {
        return new Notice(
                "CONTENT_REVIEW",
                "content/%d/CONTENT_REVIEW".formatted(job.id()),
                "qinghe",
                "content",
                Long.toString(job.id()),
                new AccountId(9),
                null,
                Map.of());
    }

    private String state(Job job) {
        return one("SELECT state FROM content_check WHERE id = " + job.id());
    }

    private String marks() {
        return one("SELECT coalesce(string_agg(part || ' ' || state, ', '), '') FROM content_mark");
    }

    private String one(String sql) {
        return one(sql, String.class);
    }

    private <T> T one(String sql, Class<T> type) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, type)))
                .one()
                .block());
    }
}
