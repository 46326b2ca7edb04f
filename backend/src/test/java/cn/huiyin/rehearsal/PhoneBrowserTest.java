package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.community.PlacePath;
import cn.huiyin.community.UnitId;
import cn.huiyin.identity.Post;
import cn.huiyin.identity.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page in a real browser, as somebody uses it: both phones, the clock and the guide. Who plays here plays nowhere else. */
@HuiyinTest
class PhoneBrowserTest {

    private static final String COMMUNITY = "/qinghe/qinghe-c3/";
    private static final String GRID = COMMUNITY + "qinghe-c3-g2/";
    private static final String SMALLEST_PHOTO =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    @TempDir
    static Path folder;

    private static @Nullable Chromium started;

    private final DemoPeople people;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    /** Which no file knows yet, whoever moved in before. */
    private final String room = "R" + Long.parseLong(mark, 16);

    @LocalServerPort
    private int port;

    PhoneBrowserTest(DemoPeople people) {
        this.people = people;
    }

    /** In CI there must be a browser; elsewhere, where there is none, it says that it was left out. */
    @BeforeAll
    static void startTheBrowser() {
        boolean isThere = Chromium.isInstalled();
        if (!isThere && System.getenv("CI") == null) {
            System.out.println("没有 Chromium，浏览器测试跳过 There is no Chromium (Debian: chromium chromium-driver"
                    + " fonts-noto-cjk): the test of the page in a browser is left out");
            Assumptions.abort("no Chromium");
        }
        assertThat(isThere).as("there is a Chromium and its driver in /usr/bin").isTrue();
        started = Chromium.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stopTheBrowser() {
        if (started != null) {
            started.close();
        }
    }

    @Test
    void aMatterGoesFromFilingToItsRatingOnBothPhones() {
        var page = opened(resident("b1"), dispatcher(), handler());
        page.tap("#guide button");
        page.tap("#resident [data-tour=report]");
        page.tap("#resident [data-tour=report-example]");
        page.await("#resident .photos img");
        page.see("#resident .card.good", "路灯");
        page.tap("#resident [data-tour=report-submit]");
        page.tap("#resident [data-tour=subscribe-yes]");
        String no = page.said("#resident .list[data-no]", "data-no");
        page.see("#resident .stages .now", "提交");

        page.tap("#staff .item[data-no='" + no + "']");
        move(page, "CLASSIFY");
        page.see("#resident .stages .now", "分类");
        move(page, "DISPATCH");
        page.see("#resident .stages .now", "转办");

        hand(page, "handler");
        page.tap("#staff [data-tour=staff-subscribe]");
        page.tap("#staff [data-tour=subscribe-yes]");
        page.tap("#staff .item[data-no='" + no + "']");
        move(page, "ACCEPT");
        page.see("#resident .stages .now", "跟进");
        page.tap("#staff [data-tour=staff-notices]");
        for (int day = 0; day < 8; day++) {
            advance(page, "clock-day");
        }
        advance(page, "clock-morning");
        page.see("#staff .notice", "时限");

        page.tap("#staff [data-tour=staff-app]");
        page.await("#staff .list[data-no='" + no + "']");
        page.tap("#staff [data-tour=staff-REPLY]");
        page.write("#staff .sheet textarea", "灯管已更换，楼道已恢复照明");
        page.tap("#staff [data-tour=staff-sheet-do]");
        page.see("#resident .stages .now", "回复");
        page.see("#resident .card.good", "灯管已更换");
        page.tap("#resident [data-tour=resident-notices]");
        page.see("#resident .notice", "答复");

        page.tap("#resident [data-tour=resident-app]");
        page.tap("#resident [data-tour=resident-CALLBACK]");
        rate(page);
        page.gone("#resident [data-tour=resident-CALLBACK]");

        hand(page, "dispatcher");
        page.tap("#staff .item[data-no='" + no + "']");
        move(page, "ARCHIVE");
        page.see("#resident .stages .now", "归档");
        page.tap("#resident [data-key=verify]");
        page.see("#resident .card.good span", "条");
    }

    @Test
    void theGuideLeadsFromTheFirstTapToTheLast() {
        var page = opened(resident("b2"), dispatcher(), handler());
        page.see("#guide", "第一次来");
        page.tap("#guide .main");
        page.see("#guide .step", "第");
        page.until(() -> isWalkedThrough(page), "the guide has come to its end");
        page.see("#resident .stages .now", "回复");
        page.tap("#guide button");
        page.gone("#guide .guide-card");
        page.gone(".ringed");
    }

    private static boolean isWalkedThrough(Chromium page) {
        boolean ended = page.shows("#guide h2", "走完了");
        if (!ended) {
            follow(page);
        }
        return ended;
    }

    /** Taps what is ringed, and writes what the guide asks for. */
    private static void follow(Chromium page) {
        if (page.shows("#staff .sheet h3", "答复居民")) {
            page.write("#staff .sheet textarea", "灯管已更换，楼道已恢复照明");
        }
        if (page.shows("#resident .sheet h3", "评价")) {
            page.choose("#resident .choices input");
            page.choose("#resident .stars input[value='5']");
        }
        page.tapIfThere(".ringed:enabled");
    }

    @Test
    void aVisitIsBookedInTimesThatTheDispatcherOpened() {
        var page = opened(resident("b3"), dispatcher(), handler());
        page.tap("#guide button");
        page.tap("#staff [data-tour=staff-slots]");
        page.await("#staff .card select option[value=COMMUNITY_DOCTOR]");
        page.pick("#staff [data-field=service] select", "社区医生");
        page.pick("#staff [data-field=staffId] select", "办" + mark);
        page.pick("#staff [data-field=communityId] select", "映荷社区");
        page.tap("#staff [data-tour=slots-open]");
        page.see("#staff .card.good", "时段");

        page.tap("#resident [data-tour=book]");
        page.tap("#resident [data-service=COMMUNITY_DOCTOR]");
        page.tap("#resident .slot:enabled");
        page.write("#resident .sheet textarea", "想请人上门看看，给老人讲一讲");
        page.tap("#resident [data-tour=book-do]");
        page.tap("#resident .veil:last-child [data-tour=subscribe-yes]");
        page.see("#resident .list[data-id] .tag", "约");
    }

    @Test
    void aHomeIsAskedThenVisitedAndWhatIsFoundBecomesATicket() throws IOException {
        var page = opened(resident("b4"), gridWorker(), handler());
        page.tap("#guide button");
        page.tap("#staff [data-tour=staff-visits]");
        page.tap("#staff [data-tour=staff-new-home]");
        page.pick("#staff form select", "8号楼");
        page.write("#staff form input", room);
        page.choose("#staff .choices [data-value=DISABLED] input");
        page.tap("#staff [data-tour=home-begin]");
        page.see("#staff [data-tour=visit-consent]", "还没有告知");

        page.tap("#resident [data-tour=household]");
        page.tap("#resident [data-key=consent]");
        page.tap("#resident [data-tour=consent-AGREE]");
        page.see("#resident [data-tour=consent-state]", "同意");

        page.see("#staff .part[data-part=DISABLED] summary", "残疾人");
        assertThat(page.all("#staff .part[data-part=ELDER]")).isEmpty();
        page.choose("#staff [data-item='DISABLED.ACCESS'] [data-value=BLOCKED] input");
        page.see("#staff .part[data-part=DISABLED] summary", "答了 1/4");
        page.tap("#staff [data-key='problem-DISABLED.ACCESS']");
        page.choose("#staff .part[data-part=ENVIRONMENT] summary");
        page.choose("#staff [data-item='ENVIRONMENT.RUBBISH'] [data-value=NEVER] input");
        page.write("#staff [data-tour=visit-words] .field:nth-of-type(2) textarea", "说话慢一点，喜欢聊孙女");
        page.write("#staff [data-tour=visit-words] input[type=text]", "换灯泡的师傅周三来");
        page.give("#staff [data-tour=visit-words] input[type=file]", photo());
        page.await("#staff [data-tour=visit-words] .photos img");
        page.tap("#staff [data-tour=visit-keep]");

        page.see("#staff .list[data-no]", "出不了门");
        page.see("#resident .card", "换灯泡的师傅周三来");
    }

    @Test
    void theOfficialAccountAnswersAndItsMenuToo() {
        var page = opened(resident("b1"), dispatcher(), handler());
        page.tap("#guide button");
        page.tap("#resident [data-tour=resident-chat]");
        page.write("#resident .talk-foot input", "你好");
        page.tap("#resident .talk-foot form button");
        page.await("#resident .bubble:not(.mine):not(.notice)");
        int before = page.all("#resident .bubble:not(.mine)").size();
        page.tap("#resident .menu > div:nth-child(2) button");
        page.until(() -> page.all("#resident .bubble:not(.mine)").size() > before, "the menu answers");
    }

    @Test
    void theWayOfAMatterIsGoneWithTheKeyboardAlone() {
        var page = opened(resident("b1"), dispatcher(), handler());
        page.goTo("#guide button", Keys.TAB);
        page.type(Keys.ENTER);
        page.goTo("#resident [data-tour=report]", Keys.TAB);
        page.type(Keys.ENTER);
        page.goTo("#resident form textarea", Keys.TAB);
        page.type("小区门口的井盖破了一个洞，走路要绕开");
        page.goTo("#resident [data-tour=report-submit]", Keys.TAB);
        page.type(Keys.ENTER);
        page.await("#resident [role=dialog]");
        for (int press = 0; press < 8; press++) {
            assertThat(page.isAt("#resident [role=dialog] *"))
                    .as("the focus stays in the sheet")
                    .isTrue();
            page.type(Keys.TAB);
        }
        page.goTo("#resident [data-tour=subscribe-yes]", Keys.TAB);
        page.type(Keys.SPACE);
        String no = page.said("#resident .list[data-no]", "data-no");

        page.goTo("#resident [data-tour=resident-SUPPLEMENT]", Keys.TAB);
        page.type(Keys.ENTER);
        page.untilAt("#resident [role=dialog] textarea");
        page.type(Keys.ESCAPE);
        page.gone("#resident [role=dialog]");
        page.untilAt("#resident [data-tour=resident-SUPPLEMENT]");
        page.type(Keys.ESCAPE);
        page.await("#resident [data-tour=report]");
        page.untilAt("#resident .bar h2");

        page.goTo("#resident [data-tour=resident-app]", Keys.TAB);
        page.type(Keys.ARROW_RIGHT);
        page.untilAt("#resident [data-tour=resident-notices]");
        page.goTo("[data-tour=clock-hour]", Keys.TAB);
        page.type(Keys.SPACE);
        page.goTo("#staff .item[data-no='" + no + "']", Keys.TAB);
        page.type(Keys.ENTER);
        page.goTo("#staff [data-tour=staff-CLASSIFY]", Keys.TAB);
        page.type(Keys.ENTER);
        page.goTo("#staff [data-tour=staff-sheet-do]", Keys.TAB);
        page.type(Keys.ENTER);
        page.see("#staff .stages .now", "分类");
    }

    @Test
    void everyControlHasANameAndRoomAndAllWordsCanBeRead() {
        var page = opened(resident("b1"), dispatcher(), handler());
        for (boolean large : List.of(false, true)) {
            for (String screen : List.of("report", "book", "inbox", "household")) {
                page.tap("#resident [data-tour=" + screen + "]");
                page.gone("#resident [data-tour=report]");
                nothingIsWrong(page, screen + (large ? " in large type" : ""));
                page.tap("#resident .back");
            }
            for (String screen : List.of("slots", "record", "inbox")) {
                page.tap("#staff [data-tour=staff-" + screen + "]");
                page.gone("#staff [data-tour=staff-subscribe]");
                nothingIsWrong(page, screen + (large ? " in large type" : ""));
                page.tap("#staff .back");
            }
            double type = page.number("return parseFloat(getComputedStyle(document.body).fontSize)");
            assertThat(type).isEqualTo(large ? 21 : 16);
            page.tap("#large-type");
        }
    }

    @Test
    void onANarrowScreenInLargeTypeNothingSticksOut() {
        var page = opened(resident("b1"), dispatcher(), handler());
        page.narrow(360, 740);
        page.tap("#guide .main");
        page.see("#guide .step", "第");
        nothingIsWrong(page, "the guide");
        page.tap("#guide button");
        page.tap("#large-type");
        for (String place : List.of("staff", "clock", "resident")) {
            page.tap("#tab-" + place);
            assertThat(page.await("#" + place).isDisplayed()).isTrue();
            nothingIsWrong(page, place + " on a narrow screen");
        }
        page.tap("#resident [data-tour=report]");
        page.await("#resident form textarea");
        nothingIsWrong(page, "a form on a narrow screen");
    }

    private static void nothingIsWrong(Chromium page, String where) {
        assertThat(page.faults()).as(where).isEmpty();
    }

    /** With these three people on the stage; the first of staff holds the phone. */
    private Chromium opened(DemoPerson resident, DemoPerson first, DemoPerson handler) {
        List.of(resident, first, handler)
                .forEach(person -> people.welcome(person, room).block());
        var page = java.util.Objects.requireNonNull(started);
        page.open(
                "http://localhost:" + port,
                "?resident=%s&dispatcher=%s&handler=%s".formatted(resident.code(), first.code(), handler.code()));
        return page;
    }

    private DemoPerson resident(String building) {
        return new DemoPerson(
                "demo-page-resident-" + mark,
                "居" + mark,
                List.of(),
                new PlacePath(GRID + "qinghe-c3-g2-" + building + "/"),
                true);
    }

    private DemoPerson dispatcher() {
        return staff("dispatcher", "管", Post.at(Role.DISPATCHER, new PlacePath(COMMUNITY)));
    }

    private DemoPerson gridWorker() {
        return staff("dispatcher", "格", Post.at(Role.GRID_WORKER, new PlacePath(GRID)));
    }

    private DemoPerson handler() {
        return staff("handler", "办", Post.in(Role.HANDLER, new UnitId("qinghe-property")));
    }

    private DemoPerson staff(String part, String name, Post post) {
        return new DemoPerson("demo-page-" + part + "-" + mark, name + mark, List.of(post), null, true);
    }

    private void hand(Chromium page, String part) {
        page.pick("#staff-who", ("handler".equals(part) ? "办" : "管") + mark);
        page.see("#staff .bar h2", "工作台");
    }

    private static void move(Chromium page, String move) {
        page.tap("#staff [data-tour=staff-" + move + "]");
        page.tap("#staff [data-tour=staff-sheet-do]");
        page.gone("#staff [role=dialog]");
    }

    private static void advance(Chromium page, String button) {
        page.tap("[data-tour=" + button + "]:enabled");
        page.await("[data-tour=" + button + "]:enabled");
    }

    private static void rate(Chromium page) {
        page.choose("#resident .choices input");
        page.choose("#resident .stars input[value='5']");
        page.tap("#resident [data-tour=resident-sheet-do]");
    }

    private static Path photo() throws IOException {
        return Files.write(folder.resolve("photo.png"), Base64.getDecoder().decode(SMALLEST_PHOTO));
    }
}
