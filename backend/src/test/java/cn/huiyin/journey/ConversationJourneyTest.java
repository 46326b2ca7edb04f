package cn.huiyin.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import cn.huiyin.community.PlacePath;
import cn.huiyin.conversation.Conversation;
import cn.huiyin.conversation.Heard;
import cn.huiyin.conversation.Heard.Means;
import cn.huiyin.identity.Newcomer;
import cn.huiyin.identity.Settling;
import cn.huiyin.messaging.Delivery;
import cn.huiyin.rehearsal.HuiyinTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/** M7: what people type in the official account, and what comes of it. */
@HuiyinTest
@TestInstance(Lifecycle.PER_CLASS)
class ConversationJourneyTest {

    private static final PlacePath HOME = new PlacePath("/qinghe/qinghe-c1/qinghe-c1-g1/qinghe-c1-g1-b1/");
    private static final Pattern NUMBER = Pattern.compile("HY\\d{14,20}");

    private final People people;
    private final Conversation conversation;
    private final Settling settling;
    private final Delivery delivery;
    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    ConversationJourneyTest(
            WebTestClient client,
            Conversation conversation,
            Settling settling,
            Delivery delivery,
            DatabaseClient database,
            TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
        this.people = new People(client);
        this.conversation = conversation;
        this.settling = settling;
        this.delivery = delivery;
    }

    @Test
    void aWholeTalkFromTheFirstWordToTheRating() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("我要反映")).contains("是什么事");
        assertThat(wang.says("楼下的路灯不亮，晚上看不见")).contains("楼下的路灯不亮", "路灯损坏", "听雨社区 听雨一网格 1号楼", "确认");
        String filed = wang.says("确认");
        String no = numberIn(filed);
        assertThat(filed).contains("交上去了", "编号" + no);
        assertThat(wang.person().sees(no).text("channel")).isEqualTo("OFFICIAL_ACCOUNT");
        assertThat(wang.person().sees(no).body().get("place").get("id").asString())
                .isEqualTo("qinghe-c1-g1-b1");

        assertThat(wang.says("查进度")).contains(no, "已经收到", "最晚");
        answer(no, "灯换好了");
        assertThat(wang.says("路灯那件怎么样了")).contains("已经答复", "灯换好了", "解决了吗");
        assertThat(wang.says("解决了，很满意")).contains("已解决", "5分", "谢谢");
        assertThat(wang.person().sees(no).body().get("rated").asBoolean()).isTrue();
        assertThat(wang.says("5分")).contains("没有等您评价的事");
    }

    @Test
    void aNumberIsUnderstoodHoweverItIsTyped() {
        Talker wang = neighbour(HOME);
        String no = wang.files("3号楼楼道灯坏了");
        String digits = no.substring(2);

        for (String typed : List.of(
                no,
                no.toLowerCase(java.util.Locale.ROOT),
                "hy " + digits.substring(0, 6) + " " + digits.substring(6),
                fullWidth(no),
                digits,
                "查进度" + digits.substring(8),
                "编号 " + digits + " 到哪了",
                "尾号" + digits.substring(10) + "办得怎么样了")) {
            assertThat(wang.says(typed)).as(typed).contains("编号：" + no);
        }
    }

    @Test
    void ofSeveralTicketsOneChooses() {
        Talker wang = neighbour(HOME);
        String first = wang.files("楼下的路灯坏了");
        String second = wang.files("小区门口垃圾没人收");

        assertThat(wang.says("我的诉求")).contains("2件事", "1. 小区门口垃圾没人收", "2. 楼下的路灯坏了");
        assertThat(wang.says("第二个")).contains(first);
        wang.says("查进度");
        assertThat(wang.says("1")).contains(second);
        assertThat(wang.says("垃圾那个事儿咋样了")).contains(second);
        assertThat(wang.says("我反映的路灯有结果没")).contains(first);
    }

    @Test
    void nobodyHearsOfAnothersTicket() {
        Talker wang = neighbour(HOME);
        Talker other = neighbour(HOME);
        String no = wang.files("我家楼上半夜吵闹");
        String nowhere = "HY26010100000001";

        String notTheirs = other.says(no);
        assertThat(notTheirs).isEqualTo(other.says(nowhere)).doesNotContain("吵闹", no);
        assertThat(other.says("催一下" + no)).isEqualTo(other.says("催一下" + nowhere));
        assertThat(other.says(no + "很满意")).isEqualTo(other.says(nowhere + "很满意"));
        assertThat(other.says("尾号" + no.substring(10) + "怎么样了")).isEqualTo(notTheirs);
        assertThat(other.says("半夜吵闹那件怎么样了")).doesNotContain(no);
        assertThat(other.says("查进度")).doesNotContain(no);
    }

    @Test
    void staffHearOnlyOfWhatIsTheirsToSee() {
        Talker wang = neighbour(HOME);
        String no = wang.files("井盖松了");

        assertThat(talker("mp-demo-dispatcher-c1").says(no)).contains("编号：" + no);
        assertThat(talker("mp-demo-dispatcher-c2").says(no))
                .isEqualTo(talker("mp-demo-dispatcher-c2").says("HY26010100000001"));
        assertThat(talker("mp-demo-dispatcher-c1").says(no + "非常满意")).contains("反映的人自己");
    }

    @Test
    void somebodyWhomWeDoNotKnowIsLedToBindAndHearsNothingElse() {
        Talker wang = neighbour(HOME);
        String no = wang.files("门禁坏了");
        Talker stranger = talker("mp-nobody-" + UUID.randomUUID());

        for (String said : List.of("查进度", no, "我要反映路灯坏了", "5分", "人工", "我的待办", "确认", "1")) {
            assertThat(stranger.says(said))
                    .as(said)
                    .contains("不认得您", "data-miniprogram-appid=\"wx", "data-miniprogram-path=\"pages/")
                    .doesNotContain("门禁");
        }
        assertThat(stranger.says(no)).isEqualTo(stranger.says("HY26010100000001"));
        assertThat(stranger.says("楼下着火了")).startsWith("有危险请先离开，马上打119");
        assertThat(stranger.follows()).contains("欢迎");
    }

    @Test
    void aFiveAloneRatesTheOneAnswerThatWaitsForIt() {
        Talker wang = neighbour(HOME);
        String no = wang.files("路灯坏了");
        assertThat(wang.says("算了")).doesNotContain("分。");
        answer(no, "换好了");

        assertThat(wang.says("5")).contains("已解决", "5分");
        assertThat(wang.person().sees(no).body().get("rated").asBoolean()).isTrue();
    }

    @Test
    void aFiveAloneIsAskedAboutWhereNothingWaits() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("5")).contains("您发的“5”是指什么");
    }

    @Test
    void whereSeveralAnswersWaitOneIsChosenAndTheWordsAreKept() {
        Talker wang = neighbour(HOME);
        String first = wang.files("路灯坏了");
        String second = wang.files("垃圾没人收");
        answer(first, "换好了");
        answer(second, "收走了");

        assertThat(wang.says("不满意")).contains("2件事等您评价");
        assertThat(wang.says("2")).contains("没解决", "2分", "重新办理");
        assertThat(wang.person().sees(first).text("stage")).isEqualTo("IN_PROGRESS");
        assertThat(wang.person().sees(second).body().get("rated").asBoolean()).isFalse();
        assertThat(wang.says("垃圾那件很满意")).contains("已解决", "5分");
    }

    @Test
    void notSettledIsReopenedAndRatedOnce() {
        Talker wang = neighbour(HOME);
        String no = wang.files("下水道堵了");
        answer(no, "通了");

        assertThat(wang.says("没解决，还是堵")).contains("没解决", "重新办理");
        JsonNode ticket = wang.person().sees(no).body();
        assertThat(ticket.get("stage").asString()).isEqualTo("IN_PROGRESS");
        assertThat(ticket.get("supervised").asBoolean()).isTrue();
        assertThat(wang.says("没解决")).doesNotContain("重新办理");
    }

    @Test
    void theSameMessageAgainHasOneEffectAndTheSameAnswer() {
        Talker wang = neighbour(HOME);
        wang.says("我要反映楼下的路灯坏了");
        String message = UUID.randomUUID().toString();

        List<String> answers = Objects.requireNonNull(Flux.range(0, 5)
                .flatMap(again -> conversation.hear(wang.heard(message, Means.TEXT, "确认")), 5)
                .collectList()
                .block(Duration.ofSeconds(20)));
        assertThat(answers).hasSize(5).containsOnly(answers.get(0));
        assertThat(answers.get(0)).contains("交上去了");
        assertThat(wang.says(message, Means.TEXT, "确认")).isEqualTo(answers.get(0));
        assertThat(wang.person().get("/api/v1/tickets?scope=mine").body().get("items"))
                .hasSize(1);
    }

    @Test
    void twoMessagesAtOnceAreAnsweredOneAfterAnother() {
        Talker wang = neighbour(HOME);
        wang.says("我要反映楼下的路灯坏了");

        Flux.range(0, 4)
                .flatMap(each -> conversation.hear(wang.heard(UUID.randomUUID().toString(), Means.TEXT, "确认")), 4)
                .collectList()
                .block(Duration.ofSeconds(20));
        assertThat(wang.person().get("/api/v1/tickets?scope=mine").body().get("items"))
                .hasSize(1);
    }

    @Test
    void aDraftIsCorrectedCompletedAndTakenBack() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("路灯坏了")).contains("1号楼（您家那边）");
        assertThat(wang.says("改成三号楼")).contains("路灯坏了", "听雨一网格 3号楼").doesNotContain("您家");
        assertThat(wang.says("不对，是五栋")).contains("听雨二网格 5号楼");
        assertThat(wang.says("补充：两盏都坏了")).contains("路灯坏了。两盏都坏了");
        assertThat(wang.says("改成：楼道里的灯坏了")).contains("“楼道里的灯坏了”", "5号楼");
        assertThat(wang.says("不对")).contains("哪里不对");
        assertThat(wang.says("取消")).contains("不报了");
        assertThat(wang.says("确认")).contains("没有等着交的事");
    }

    @Test
    void aDraftIsKeptForADayWhateverComesBetween() {
        Talker wang = neighbour(HOME);
        wang.says("路灯坏了");
        assertThat(wang.says("帮助")).contains("查进度");
        people.advance(Duration.ofHours(2));
        assertThat(wang.says("好的")).doesNotContain("交上去了");
        assertThat(wang.says("确认")).contains("交上去了");

        wang.says("垃圾没人收");
        people.advance(Duration.ofHours(25));
        assertThat(wang.says("确认")).contains("没有等着交的事");
    }

    @Test
    void theLastQuestionIsForgottenAfterHalfAnHour() {
        Talker wang = neighbour(HOME);
        wang.files("路灯坏了");
        wang.files("垃圾没人收");
        assertThat(wang.says("查进度")).contains("2件事");
        people.advance(Duration.ofMinutes(31));

        assertThat(wang.says("2")).contains("是指什么");
    }

    @Test
    void voiceIsReadBackBeforeItIsFiled() {
        Talker wang = neighbour(HOME);

        assertThat(wang.speaks("")).contains("没听清");
        assertThat(wang.speaks("三号楼的电梯坏了，老人上不去。")).contains("我听到的是", "三号楼的电梯坏了", "3号楼", "对吗");
        assertThat(wang.speaks("对的。")).contains("交上去了");
    }

    @Test
    void dangerIsToldWhomToCallFirstAndFiledAsUrgentAfterOneConfirmation() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("楼道里有人触电了")).startsWith("有危险请先离开，马上打120").contains("紧急");
        String filed = wang.says("确认");
        assertThat(filed).contains("已经按紧急的报了");
        assertThat(wang.person().sees(numberIn(filed)).text("urgency")).isEqualTo("URGENT");
        assertThat(wang.says("家里煤气味很大")).contains("燃气抢修电话", "紧急");
    }

    @Test
    void whoHasNoHomeIsAskedForThePlace() {
        Talker newcomer = neighbour(null);

        assertThat(newcomer.says("路灯坏了")).contains("在哪里");
        assertThat(newcomer.says("3号楼")).contains("1. 听雨社区", "4. 暖阳社区");
        assertThat(newcomer.says("2")).contains("望山社区 望山一网格 3号楼", "确认");
        assertThat(newcomer.says("确认")).contains("交上去了");
        assertThat(newcomer.says("映荷社区12栋楼道灯不亮")).contains("映荷三网格 12号楼");
        newcomer.says("取消");
        newcomer.says("垃圾没人收");
        assertThat(newcomer.says("菜场后门那边")).contains("菜场后门那边（请社区核实）");
    }

    @Test
    void aNudgeGoesThroughAndNotTwice() {
        Talker wang = neighbour(HOME);
        wang.files("路灯坏了");

        assertThat(wang.says("路灯怎么还没人来修")).contains("替您催了");
        assertThat(wang.says("催一下")).doesNotContain("替您催了");
    }

    @Test
    void whatIsAddedToAShownTicketIsInItsTimeline() {
        Talker wang = neighbour(HOME);
        String no = wang.files("路灯坏了");
        wang.says("查进度");

        assertThat(wang.says("补充 今天又闪了一晚上")).contains("补充上了");
        assertThat(wang.person().sees(no).body().get("timeline").toString()).contains("今天又闪了一晚上");
    }

    @Test
    void aPersonCanAlwaysBeReachedAndHearsItOnce() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("转人工")).contains("已经告诉您那片的网格员");
        assertThat(wang.says("人工")).contains("刚才已经告诉");
        delivery.runUntilQuiet().block(HuiyinTest.UNTIL_QUIET);
        List<String> tasks = tasksOf(people.gridWorker).stream()
                .filter(sentence -> sentence.contains(wang.name))
                .toList();
        assertThat(tasks).hasSize(1).first().asString().contains("听雨一网格 1号楼 502");
        assertThat(neighbour(null).says("人工")).contains("社区的工作人员");
    }

    @Test
    void whatMayBeAMatterIsAskedAboutAndReportedOnlyWhenTheySaySo() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("我家暖气不热")).contains("您是要反映“我家暖气不热”吗");
        assertThat(wang.says("要")).contains("我记下来了", "我家暖气不热", "确认");
        assertThat(wang.says("报吧")).contains("交上去了");
        assertThat(wang.says("暖气那个怎么样了")).contains("暖气", "已经收到");
    }

    @Test
    void whoIsNotUnderstoodTwiceIsOfferedAPerson() {
        Talker wang = neighbour(HOME);

        assertThat(wang.says("哈哈哈哈")).contains("没太明白", "查进度");
        assertThat(wang.says("嘻嘻嘻嘻")).contains("要不要请网格员联系您");
        assertThat(wang.says("要")).contains("已经告诉");
    }

    @Test
    void staffHearWhatTheyHaveToDoAndResidentsDoNot() {
        Talker wang = neighbour(HOME);
        wang.says("楼道里电线断了在冒电火花");
        wang.says("确认");
        Talker dispatcher = talker("mp-demo-dispatcher-c1");

        assertThat(dispatcher.taps("TASKS")).contains("两天内到期的");
        assertThat(wang.says("我的待办")).doesNotContain("任务").contains("查进度");
        assertThat(wang.says("帮助")).doesNotContain("待办");
        assertThat(dispatcher.says("帮助")).contains("我的待办");
    }

    @Test
    void theMenuSaysTheSameAsTheWords() {
        Talker wang = neighbour(HOME);

        assertThat(wang.taps("HELP")).isEqualTo(wang.says("帮助"));
        assertThat(wang.taps("BOOK")).contains("想约谁", "1. 社区医生", "pages/booking/index");
        assertThat(wang.taps("REPORT")).contains("是什么事");
        assertThat(wang.taps("PROGRESS")).contains("没有正在办的事");
        assertThat(wang.taps("RATE")).contains("没有等您评价的事");
        assertThat(wang.taps("HUMAN")).contains("已经告诉");
        assertThat(wang.taps("LONG_GONE")).isEqualTo(wang.says("帮助"));
    }

    @Test
    void whereTheDatabaseIsStuckItSaysSoInTimeAndTheMessageCanComeAgain() throws InterruptedException {
        Talker wang = neighbour(HOME);
        wang.says("我要反映楼下的路灯坏了");
        String message = UUID.randomUUID().toString();
        CountDownLatch isStuck = new CountDownLatch(1);
        Sinks.Empty<Void> enough = Sinks.empty();
        CompletableFuture<?> stuck = transaction
                .transactional(database.sql("SELECT 1 FROM conversation FOR UPDATE")
                        .fetch()
                        .all()
                        .then(Mono.fromRunnable(isStuck::countDown))
                        .then(enough.asMono()))
                .toFuture();
        assertThat(isStuck.await(10, TimeUnit.SECONDS)).isTrue();

        String answer = assertTimeout(Duration.ofMillis(4_500), () -> wang.says(message, Means.TEXT, "确认"));
        assertThat(answer).contains("过一会儿再发一次");
        enough.tryEmitEmpty();
        stuck.join();

        assertThat(wang.says(message, Means.TEXT, "确认")).contains("交上去了");
        assertThat(wang.person().get("/api/v1/tickets?scope=mine").body().get("items"))
                .hasSize(1);
    }

    @Test
    void noAnswerIsLongerThanWechatShows() {
        Talker wang = neighbour(HOME);
        String no = wang.files("路灯坏了" + "，真的很黑".repeat(300));
        answer(no, "换好了。".repeat(200));

        for (String said : List.of("查进度", "评价", "我要反映" + "路灯坏了".repeat(400), "帮助")) {
            String answer = wang.says(said);
            assertThat(answer.codePointCount(0, answer.length())).as(said).isBetween(1, 600);
        }
    }

    private void answer(String no, String words) {
        people.dispatcher.moves(no, "CLASSIFY");
        people.dispatcher.moves(no, "REPLY", words);
    }

    private static List<String> tasksOf(People.Person person) {
        return person.all("/api/v1/todos")
                .valueStream()
                .map(item -> item.get("sentence").asString())
                .toList();
    }

    private static String numberIn(String answer) {
        Matcher number = NUMBER.matcher(answer);
        assertThat(number.find()).as(answer).isTrue();
        return number.group();
    }

    private static String fullWidth(String plain) {
        return plain.chars()
                .mapToObj(letter -> Character.toString(letter - 0x21 + 0xFF01))
                .reduce("", String::concat);
    }

    /** A fresh resident who follows the official account. */
    private Talker neighbour(@Nullable PlacePath home) {
        String name = UUID.randomUUID().toString().substring(0, 8);
        String code = "demo-talker-" + name;
        settling.settle(new Newcomer(
                        "o-" + code,
                        "u-" + code,
                        "mp-" + code,
                        "居民" + name,
                        null,
                        List.of(),
                        home,
                        home == null ? null : "502"))
                .block(Duration.ofSeconds(10));
        return new Talker("mp-" + code, code, "居民" + name);
    }

    private Talker talker(String mpOpenid) {
        return new Talker(mpOpenid, "", "");
    }

    /** Somebody who writes to the official account. */
    private final class Talker {

        private final String mpOpenid;
        private final String code;
        private final String name;

        Talker(String mpOpenid, String code, String name) {
            this.mpOpenid = mpOpenid;
            this.code = code;
            this.name = name;
        }

        People.Person person() {
            return people.person(code);
        }

        String files(String description) {
            return person().files(description).text("no");
        }

        String says(String words) {
            return says(UUID.randomUUID().toString(), Means.TEXT, words);
        }

        String speaks(String recognised) {
            return says(UUID.randomUUID().toString(), Means.VOICE, recognised);
        }

        String taps(String key) {
            return says(UUID.randomUUID().toString(), Means.MENU, key);
        }

        String follows() {
            return says(UUID.randomUUID().toString(), Means.FOLLOW, "");
        }

        String says(String message, Means means, String words) {
            return Objects.requireNonNull(
                    conversation.hear(heard(message, means, words)).block(Duration.ofSeconds(10)));
        }

        Heard heard(String message, Means means, String words) {
            return new Heard(mpOpenid, message, means, words, null);
        }
    }
}
