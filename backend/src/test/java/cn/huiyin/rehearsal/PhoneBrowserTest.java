package cn.huiyin.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;
import static org.openqa.selenium.support.ui.ExpectedConditions.presenceOfElementLocated;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page in a real browser, as somebody uses it: both phones and the clock. */
@HuiyinTest
class PhoneBrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    @LocalServerPort
    private int port;

    @TempDir
    Path profile;

    private ChromeDriver browser;

    @BeforeEach
    void openThePage() {
        insistOnChromium();
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                new ChromeOptions()
                        .setBinary(CHROMIUM.toFile())
                        .addArguments(
                                "--headless",
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--disable-dev-shm-usage",
                                "--force-prefers-reduced-motion",
                                "--user-data-dir=" + profile));
        browser.manage().window().setSize(new Dimension(1400, 1000));
        browser.get("http://localhost:" + port + "/");
        await("html[data-ready]");
    }

    /** Driven where it is asked for, {@code HUIYIN_BROWSER=true mvn verify}; then there must be a browser. Elsewhere it says that it was left out. */
    private static void insistOnChromium() {
        boolean asked = "true".equals(System.getenv("HUIYIN_BROWSER"));
        if (!asked) {
            System.out.println("浏览器测试跳过 The test in a browser is left out; HUIYIN_BROWSER=true runs it");
        }
        Assumptions.assumeTrue(asked);
        assertThat(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER))
                .as("there is a Chromium and its driver in /usr/bin")
                .isTrue();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
    }

    @Test
    void aMatterGoesFromFilingToItsRatingOnBothPhones() {
        tap("#guide button");
        tap("#resident [data-tour=report]");
        tap("#resident [data-tour=report-example]");
        await("#resident .photos img");
        see("#resident .card.good", "路灯");
        tap("#resident [data-tour=report-submit]");
        tap("#resident [data-tour=subscribe-yes]");
        String no = await("#resident .list[data-no]").getAttribute("data-no");
        see("#resident .stages .now", "提交");

        hand("demo-dispatcher");
        tap("#staff .item[data-no='" + no + "']");
        move("CLASSIFY");
        see("#resident .stages .now", "分类");
        move("DISPATCH");
        see("#resident .stages .now", "转办");

        hand("demo-handler");
        tap("#staff [data-tour=staff-subscribe]");
        tap("#staff [data-tour=subscribe-yes]");
        tap("#staff .item[data-no='" + no + "']");
        move("ACCEPT");
        see("#resident .stages .now", "跟进");
        tap("#staff [data-tour=staff-notices]");
        for (int day = 0; day < 8; day++) {
            tap("[data-tour=clock-day]");
            await("[data-tour=clock-day]:enabled");
        }
        tap("[data-tour=clock-morning]");
        see("#staff .notice", "时限");

        tap("#staff [data-tour=staff-app]");
        await("#staff .list[data-no='" + no + "']");
        tap("#staff [data-tour=staff-REPLY]");
        write("#staff .sheet textarea", "灯管已更换，楼道已恢复照明");
        tap("#staff [data-tour=staff-sheet-do]");
        see("#resident .stages .now", "回复");
        see("#resident .card.good", "灯管已更换");
        tap("#resident [data-tour=resident-notices]");
        see("#resident .notice", "答复");

        tap("#resident [data-tour=resident-app]");
        tap("#resident [data-tour=resident-CALLBACK]");
        choose("#resident .choices input");
        choose("#resident .stars input[value='5']");
        tap("#resident [data-tour=resident-sheet-do]");
        gone("#resident [data-tour=resident-CALLBACK]");

        hand("demo-dispatcher");
        tap("#staff .item[data-no='" + no + "']");
        move("ARCHIVE");
        see("#resident .stages .now", "归档");
        tap("#resident [data-key=verify]");
        see("#resident .card.good span", "条");
    }

    @Test
    void aVisitIsBookedInTimesThatTheDispatcherOpened() {
        tap("#guide button");
        hand("demo-dispatcher");
        tap("#staff [data-tour=staff-slots]");
        await("#staff select option[value=LAWYER], #staff select option[value=COMMUNITY_DOCTOR]");
        await("#staff .card select option[value=qinghe-c1]");
        new Select(all("#staff form select").get(2)).selectByValue("qinghe-c1");
        String service = new Select(all("#staff form select").get(0))
                .getFirstSelectedOption()
                .getAttribute("value");
        tap("#staff [data-tour=slots-open]");
        see("#staff .card.good, #staff .problem", "时段");

        tap("#resident [data-tour=book]");
        tap("#resident [data-service='" + service + "']");
        tap("#resident .slot:enabled");
        write("#resident .sheet textarea", "想请人上门看看，给老人讲一讲");
        tap("#resident [data-tour=book-do]");
        tap("#resident .veil:last-child [data-tour=subscribe-yes]");
        see("#resident .list[data-id] .tag", "约");
    }

    @Test
    void theOfficialAccountAnswersAndItsMenuToo() {
        tap("#guide button");
        tap("#resident [data-tour=resident-chat]");
        write("#resident .talk-foot input", "你好");
        tap("#resident .talk-foot form button");
        await("#resident .bubble:not(.mine):not(.notice)");
        int before = all("#resident .bubble:not(.mine)").size();
        tap("#resident .menu > div:nth-child(2) button");
        until(() -> all("#resident .bubble:not(.mine)").size() > before, "the menu answers");
    }

    @Test
    void aMatterIsFiledWithTheKeyboardAlone() {
        tap("#guide button");
        browser.findElement(By.cssSelector("#resident [data-tour=report]")).sendKeys(Keys.ENTER);
        await("#resident form textarea");
        tabTo("textarea");
        type("小区门口的井盖破了一个洞，走路要绕开");
        tabTo("[data-tour=report-submit]");
        type(Keys.ENTER);
        await("#resident [role=dialog]");
        assertThat(browser.switchTo().activeElement().findElements(By.xpath("ancestor::*[@role='dialog']")))
                .isNotEmpty();
        type(Keys.ESCAPE);
        gone("#resident [role=dialog]");
        await("#resident .list[data-no]");
        type(Keys.ESCAPE);
        await("#resident [data-tour=report]");
    }

    @Test
    void onANarrowScreenInLargeTypeNothingSticksOut() {
        browser.manage().window().setSize(new Dimension(500, 800));
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                java.util.Map.of("width", 360, "height", 740, "deviceScaleFactor", 1, "mobile", true));
        tap("#guide button");
        tap("#large-type");
        assertThat(await("#large-type").getAttribute("aria-pressed")).isEqualTo("true");
        for (String place : List.of("staff", "clock", "resident")) {
            tap("#tab-" + place);
            assertThat(await("#" + place).isDisplayed()).isTrue();
            assertThat((Boolean) browser.executeScript(
                            "return document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s fits into 360 pixels", place)
                    .isTrue();
        }
        tap("#resident [data-tour=report]");
        await("#resident form textarea");
    }

    private void hand(String code) {
        new Select(await("#staff-who")).selectByValue(code);
        see("#staff .bar h2", "工作台");
    }

    private void move(String move) {
        tap("#staff [data-tour=staff-" + move + "]");
        tap("#staff [data-tour=staff-sheet-do]");
        gone("#staff [role=dialog]");
    }

    private void tabTo(String selector) {
        Stream.generate(() -> browser.switchTo().activeElement())
                .limit(40)
                .peek(element -> {
                    if (!isAt(selector)) {
                        type(Keys.TAB);
                    }
                })
                .anyMatch(element -> isAt(selector));
        assertThat(isAt(selector)).as("the focus comes to %s", selector).isTrue();
    }

    private boolean isAt(String selector) {
        return Boolean.TRUE.equals(
                browser.executeScript("return document.activeElement.matches(arguments[0])", selector));
    }

    private void type(CharSequence keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    private void write(String selector, String words) {
        WebElement field = await(selector);
        field.clear();
        field.sendKeys(words);
    }

    /** A hidden radio button is chosen by its label. */
    private void choose(String selector) {
        browser.executeScript("arguments[0].click()", await(selector));
    }

    private void tap(String selector) {
        until(
                () -> {
                    browser.executeScript(
                            "arguments[0].scrollIntoView({block: 'center'})",
                            browser.findElement(By.cssSelector(selector)));
                    WebElement element =
                            elementToBeClickable(By.cssSelector(selector)).apply(browser);
                    if (element == null) {
                        return false;
                    }
                    element.click();
                    return true;
                },
                selector + " is tapped");
    }

    private WebElement await(String selector) {
        return waiting(selector + " is there")
                .until(driver ->
                        presenceOfElementLocated(By.cssSelector(selector)).apply(browser));
    }

    private void see(String selector, String words) {
        until(
                () -> all(selector).stream()
                        .anyMatch(element -> element.getText().contains(words)),
                selector + " says " + words);
    }

    private void gone(String selector) {
        until(() -> all(selector).isEmpty(), selector + " is gone");
    }

    private List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    private void until(java.util.function.BooleanSupplier happened, String what) {
        waiting(what).until(driver -> happened.getAsBoolean());
    }

    private FluentWait<ChromeDriver> waiting(String what) {
        return new FluentWait<>(browser)
                .withMessage(() -> what + "; the page shows:\n"
                        + browser.findElement(By.tagName("body")).getText())
                .withTimeout(PATIENCE)
                .pollingEvery(Duration.ofMillis(150))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.NoSuchElementException.class)
                .ignoring(org.openqa.selenium.ElementClickInterceptedException.class)
                .ignoring(org.openqa.selenium.ElementNotInteractableException.class);
    }
}
