package cn.huiyin.conversation.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.conversation.domain.Draft;
import cn.huiyin.conversation.domain.Memory;
import cn.huiyin.conversation.domain.Question;
import cn.huiyin.conversation.domain.Verdict;
import cn.huiyin.conversation.store.Conversations.Taken;
import cn.huiyin.conversation.store.Conversations.Taken.Answered;
import cn.huiyin.conversation.store.Conversations.Taken.Busy;
import cn.huiyin.conversation.store.Conversations.Taken.Yours;
import cn.huiyin.rehearsal.RehearsalClock;
import cn.huiyin.rehearsal.StoreTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

@StoreTest
class ConversationsTest {

    private static final Duration LEASE = Duration.ofSeconds(20);

    private final Conversations conversations;
    private final DatabaseClient database;
    private final RehearsalClock clock;

    ConversationsTest(DatabaseClient database, RehearsalClock clock) {
        this.conversations = new Conversations(database);
        this.database = database;
        this.clock = clock;
    }

    @Test
    void whatIsRememberedComesBackWhole() {
        Instant soon = clock.now().plusSeconds(60).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        Draft draft = new Draft("灯坏了", true, "b1", null, "1号楼", true, null);
        Memory memory = Memory.blank(7)
                .asking(Question.WHICH_RATED, List.of("HY1", "HY2"), "", soon)
                .holding(new Verdict(null, 2))
                .drafting(draft, soon);
        begin("whole", "m1");
        end("whole", "m1", "答", memory);

        assertThat(begin("whole", "m2"))
                .isInstanceOfSatisfying(
                        Yours.class, yours -> assertThat(yours.memory()).isEqualTo(memory));
    }

    @Test
    void aMessageThatCameBeforeGetsTheAnswerItHad() {
        begin("again", "m1");
        end("again", "m1", "第一个回答", Memory.blank(1));

        assertThat(begin("again", "m1")).isEqualTo(new Answered("第一个回答"));
        assertThat(end("again", "m1", "另一个回答", Memory.blank(1))).isEqualTo("第一个回答");
        assertThat(begin("again", "m2")).isInstanceOf(Yours.class);
    }

    @Test
    void oneMessageOfAPersonIsAnsweredAtATimeAndOthersDoNotWait() {
        begin("one", "m1");

        assertThat(begin("one", "m1")).isInstanceOf(Busy.class);
        assertThat(begin("one", "m2")).isInstanceOf(Busy.class);
        assertThat(begin("somebody else", "m3")).isInstanceOf(Yours.class);
    }

    @Test
    void whoDiesAnsweringHoldsUpNobodyForLong() {
        begin("died", "m1");
        clock.advance(LEASE.plusSeconds(1));

        assertThat(begin("died", "m1")).isInstanceOf(Yours.class);
        assertThat(begin("died", "m1")).isInstanceOf(Busy.class);
    }

    @Test
    void whoLostTheTalkDoesNotOverwriteWhatIsRemembered() {
        begin("slow", "m1");
        clock.advance(LEASE.plusSeconds(1));
        begin("slow", "m2");
        end("slow", "m1", "晚到的回答", Memory.blank(1));
        end("slow", "m2", "回答", Memory.blank(2));

        assertThat(begin("slow", "m3"))
                .isInstanceOfSatisfying(
                        Yours.class,
                        yours -> assertThat(yours.memory().account()).isEqualTo(2));
    }

    @Test
    void whatIsHandedBackCanComeAgain() {
        begin("back", "m1");
        conversations.release("back", "m1").block();

        assertThat(begin("back", "m1")).isInstanceOf(Yours.class);
    }

    @Test
    void whatIsOldIsForgotten() {
        begin("old", "m1");
        end("old", "m1", "旧的回答", Memory.blank(1));
        clock.advance(Duration.ofDays(3));
        begin("new", "m2");
        end("new", "m2", "新的回答", Memory.blank(2));

        assertThat(count("SELECT count(*) FROM conversation_answer WHERE person = 'old'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM conversation WHERE person = 'old'"))
                .isZero();
        assertThat(count("SELECT count(*) FROM conversation_answer WHERE person = 'new'"))
                .isEqualTo(1);
    }

    private Taken begin(String person, String message) {
        return wait(conversations.begin(person, message, LEASE));
    }

    private String end(String person, String message, String answer, Memory memory) {
        return wait(
                conversations.end(person, message, answer, memory, clock.now().plus(Duration.ofDays(1))));
    }

    private long count(String sql) {
        return wait(database.sql(sql).mapValue(Long.class).one());
    }

    private static <T> T wait(Mono<T> something) {
        return Objects.requireNonNull(something.block(Duration.ofSeconds(10)));
    }
}
