package cn.huiyin.calendar.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.huiyin.audit.Audit;
import cn.huiyin.calendar.DayKind;
import cn.huiyin.calendar.ListedDay;
import cn.huiyin.calendar.WorkingCalendar;
import cn.huiyin.calendar.YearNotice;
import cn.huiyin.calendar.notice.ImportedNotice.Change;
import cn.huiyin.calendar.spi.CalendarFollower;
import cn.huiyin.idempotency.Answer;
import cn.huiyin.idempotency.Repeat;
import cn.huiyin.idempotency.Repeats;
import cn.huiyin.rehearsal.TestDatabase;
import cn.huiyin.snapshot.Snapshot;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

class NoticeDeskTest {

    private static final long CHEN = 42;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json = new JsonMapper();
    private TestDatabase database;
    private DatabaseClient client;
    private AnnotationConfigApplicationContext neighbours;
    private Notices notices;
    private Snapshot<WorkingCalendar> calendar;

    @BeforeEach
    void aNewDatabase() throws ClassNotFoundException {
        database = new TestDatabase();
        client = database.client();
        database.execute("CREATE TABLE planned (version integer, from_year integer)");
        neighbours = neighbours();
        notices = new Notices(client, json);
        calendar = new Snapshot<>("the calendar", notices.version(), notices.edition());
        calendar.refresh().block();
    }

    /** The audit and the kept answers as they are, on this database. */
    private AnnotationConfigApplicationContext neighbours() throws ClassNotFoundException {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(DatabaseClient.class, () -> client);
        context.registerBean(JsonMapper.class, () -> json);
        context.register(
                Audit.class,
                Class.forName("cn.huiyin.audit.AuditTable"),
                Repeats.class,
                Class.forName("cn.huiyin.idempotency.KeptAnswers"));
        context.refresh();
        return context;
    }

    @AfterEach
    void dropIt() {
        neighbours.close();
        database.close();
    }

    @Test
    void anImportIsKeptFollowedAndWitnessedAndSeenAtOnce() {
        YearNotice notice = AnnouncedFor2027.notice();

        ImportedNotice imported = take(desk(this::plan), notice);

        assertThat(imported)
                .isEqualTo(new ImportedNotice(
                        2027,
                        2,
                        notice.source(),
                        15,
                        List.of(
                                new Change(AnnouncedFor2027.BRIDGED, false),
                                new Change(AnnouncedFor2027.MADE_UP, true)),
                        7));
        assertThat(calendar.get().version()).isEqualTo(2);
        assertThat(calendar.get().isProvisional(AnnouncedFor2027.BRIDGED)).isFalse();
        assertThat(calendar.get().isWorkingDay(AnnouncedFor2027.MADE_UP)).isTrue();
        assertThat(count("planned WHERE version = 2 AND from_year = 2027")).isOne();
        assertThat(count("audit_entry WHERE kind = 'CALENDAR_NOTICE_IMPORTED' AND actor = 42"
                        + " AND subject = 'calendar/2027'"))
                .isOne();
    }

    @Test
    void aSecondNoticeForAYearReplacesTheFirst() {
        take(desk(), AnnouncedFor2027.notice());
        List<ListedDay> fewer = AnnouncedFor2027.notice().days().stream()
                .filter(day -> !day.date().equals(AnnouncedFor2027.MADE_UP))
                .toList();

        ImportedNotice imported = take(desk(), new YearNotice(2027, "更正", fewer));

        assertThat(imported.version()).isEqualTo(3);
        assertThat(imported.changes()).containsExactly(new Change(AnnouncedFor2027.MADE_UP, false));
        assertThat(calendar.get().notice(2027)).hasValue(new YearNotice(2027, "更正", byDate(fewer)));
        assertThat(count("calendar_day WHERE year = 2027 AND version = 2"))
                .as("what version 2 said can still be looked up")
                .isEqualTo(15);
    }

    @Test
    void aNoticeThatReachesBackIsFollowedFromTheYearBefore() {
        List<ListedDay> days = new ArrayList<>(AnnouncedFor2027.notice().days());
        days.add(new ListedDay(LocalDate.of(2026, 12, 31), DayKind.HOLIDAY, "元旦"));

        take(desk(this::plan), new YearNotice(2027, "通知", days));

        assertThat(count("planned WHERE from_year = 2026")).isOne();
    }

    @Test
    void whatAFollowerPlannedIsGoneWithTheNoticeIfAnotherFails() {
        CalendarFollower failing = (now, fromYear) -> Mono.error(new IllegalStateException("cannot plan"));

        assertThatThrownBy(() -> take(desk(this::plan, failing), AnnouncedFor2027.notice()))
                .hasMessageContaining("cannot plan");

        assertThat(count("planned")).isZero();
        assertThat(notices.version().block()).isOne();
        assertThat(calendar.get().version()).isOne();
    }

    @Test
    void aBegunImportIsFinishedThoughTheClientLeft() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Sinks.Empty<Void> clientLeft = Sinks.empty();
        CalendarFollower slow = (now, fromYear) -> {
            begun.countDown();
            return clientLeft.asMono().then(plan(now, fromYear));
        };

        var client = desk(slow)
                .take(AnnouncedFor2027.notice(), unrepeated(AnnouncedFor2027.notice()))
                .subscribe();
        assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        client.dispose();
        clientLeft.tryEmitEmpty();

        ImportedNotice next = take(desk(), AnnouncedFor2027.notice()); // waits for its turn
        assertThat(next.version()).isEqualTo(3);
        assertThat(count("planned WHERE version = 2")).isOne();
    }

    @Test
    void importsAtTheSameTimeFollowOneUponTheOther() {
        NoticeDesk desk = desk(this::plan);
        List<Integer> versions = Flux.range(0, 6)
                .flatMap(each -> desk.take(AnnouncedFor2027.notice(), unrepeated(AnnouncedFor2027.notice())))
                .map(answer -> imported(answer).version())
                .collectSortedList()
                .block(PATIENCE);

        assertThat(versions).containsExactly(2, 3, 4, 5, 6, 7);
        assertThat(calendar.get().version()).isEqualTo(7);
    }

    @Test
    void theSameKeyImportsOnceAndPlansOnce() {
        NoticeDesk desk = desk(this::plan);
        Repeat repeat = Repeat.of(CHEN, "key", "POST", AnnouncedFor2027.notice());

        Answer first = desk.take(AnnouncedFor2027.notice(), repeat).block(PATIENCE);
        Answer again = desk.take(AnnouncedFor2027.notice(), repeat).block(PATIENCE);

        assertThat(again).isEqualTo(first);
        assertThat(count("planned")).isOne();
        assertThat(notices.version().block()).isEqualTo(2);
        assertThat(neighbours.getBean(Audit.class).verify().block().intact()).isTrue();
    }

    private Mono<Integer> plan(WorkingCalendar now, int fromYear) {
        return client.sql("INSERT INTO planned VALUES (:version, :fromYear)")
                .bind("version", now.version())
                .bind("fromYear", fromYear)
                .then()
                .thenReturn(7);
    }

    private NoticeDesk desk(CalendarFollower... followers) {
        var beans = new StaticListableBeanFactory();
        for (int index = 0; index < followers.length; index++) {
            beans.addBean("follower" + index, followers[index]);
        }
        return new NoticeDesk(
                notices,
                calendar,
                beans.getBeanProvider(CalendarFollower.class),
                neighbours.getBean(Audit.class),
                neighbours.getBean(Repeats.class),
                database.transactions(),
                json);
    }

    private ImportedNotice take(NoticeDesk desk, YearNotice notice) {
        return imported(desk.take(notice, unrepeated(notice)).block(PATIENCE));
    }

    private ImportedNotice imported(Answer answer) {
        return json.readValue(answer.body(), ImportedNotice.class);
    }

    private static Repeat unrepeated(YearNotice notice) {
        return Repeat.of(CHEN, null, "POST", notice);
    }

    private static List<ListedDay> byDate(List<ListedDay> days) {
        return days.stream().sorted(Comparator.comparing(ListedDay::date)).toList();
    }

    private long count(String rows) {
        return client.sql("SELECT count(*) AS n FROM " + rows)
                .map(row -> row.get("n", Long.class))
                .one()
                .block();
    }
}
