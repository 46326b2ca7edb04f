package cn.huiyin.rehearsal;

import static org.openqa.selenium.support.ui.ExpectedConditions.elementToBeClickable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.FluentWait;
import org.springframework.core.io.ClassPathResource;

/** A browser, and what somebody does with it: look, tap, write, press keys. Waits for what it is to see, and never just so long. */
final class Chromium implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOKS_EVERY = Duration.ofMillis(100);

    private final ChromeDriver browser;
    private final String faults = script("browser/faults.js");

    private Chromium(ChromeDriver browser) {
        this.browser = browser;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM) && Files.isExecutable(DRIVER);
    }

    static Chromium start(Path profile) {
        return new Chromium(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                new ChromeOptions()
                        .setBinary(PROGRAM.toFile())
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
                                "--disable-renderer-backgrounding",
                                "--disable-background-timer-throttling",
                                "--disable-backgrounding-occluded-windows",
                                "--force-prefers-reduced-motion",
                                "--user-data-dir=" + profile)));
    }

    /** In a tab of its own that remembers nothing of the one before; that one is closed. */
    void open(String origin, String query) {
        String before = browser.getWindowHandle();
        browser.switchTo().newWindow(WindowType.TAB);
        String now = browser.getWindowHandle();
        browser.switchTo().window(before).close();
        browser.switchTo().window(now);
        browser.manage().window().setSize(new Dimension(1400, 1000));
        browser.executeCdpCommand(
                "Storage.clearDataForOrigin", Map.of("origin", origin, "storageTypes", "local_storage"));
        browser.get(origin + "/" + query);
        await("html[data-ready]");
    }

    void narrow(int width, int height) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true));
    }

    void tap(String selector) {
        until(() -> tapped(selector), selector + " is tapped");
    }

    private boolean tapped(String selector) {
        browser.executeScript(
                "arguments[0].scrollIntoView({block: 'center'})", browser.findElement(By.cssSelector(selector)));
        WebElement element = elementToBeClickable(By.cssSelector(selector)).apply(browser);
        if (element != null) {
            element.click();
        }
        return element != null;
    }

    /** Once, where there is something to tap just now. */
    boolean tapIfThere(String selector) {
        return !all(selector).isEmpty() && tapped(selector);
    }

    /** Chooses a file. */
    void give(String selector, Path file) {
        await(selector).sendKeys(file.toString());
    }

    /** A hidden radio button is chosen by its label. */
    void choose(String selector) {
        browser.executeScript("arguments[0].click()", await(selector));
    }

    void write(String selector, String words) {
        WebElement field = await(selector);
        field.clear();
        field.sendKeys(words);
    }

    /** Of a list, the first whose words hold these. */
    void pick(String selector, String words) {
        until(() -> is("""
                        const list = document.querySelector(arguments[0])
                        const wanted = [...list.options].find((one) => one.text.includes(arguments[1]))
                        list.value = wanted?.value ?? list.value
                        list.dispatchEvent(new Event('change', { bubbles: true }))
                        return wanted !== undefined""", selector, words), selector + " offers " + words);
    }

    void type(CharSequence keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    /** Goes on with this key until the focus is there, once round the page. */
    void goTo(String selector, CharSequence key) {
        await(selector);
        var round = all("a[href], button, input, select, textarea, summary, [tabindex]")
                        .size()
                + 10;
        if (IntStream.range(0, round).noneMatch(at -> isAt(selector) || pressed(key))) {
            throw new AssertionError("the focus does not come to %s, it is at %s".formatted(selector, focus()));
        }
    }

    private boolean pressed(CharSequence key) {
        type(key);
        return false;
    }

    boolean isAt(String selector) {
        return is("return document.activeElement.matches(arguments[0])", selector);
    }

    void untilAt(String selector) {
        until(() -> isAt(selector), "the focus is at " + selector);
    }

    private Object focus() {
        return String.valueOf(browser.executeScript("return document.activeElement.outerHTML.slice(0, 200)"));
    }

    boolean is(String script, Object... about) {
        return Boolean.TRUE.equals(browser.executeScript(script, about));
    }

    double number(String script, Object... about) {
        return ((Number) java.util.Objects.requireNonNull(browser.executeScript(script, about))).doubleValue();
    }

    /** What is wrong with the page as it is shown: names, sizes, contrast, what sticks out. */
    List<?> faults() {
        return (List<?>) java.util.Objects.requireNonNull(browser.executeScript(faults));
    }

    WebElement await(String selector) {
        return waiting(selector + " is there").until(driver -> driver.findElement(By.cssSelector(selector)));
    }

    void see(String selector, String words) {
        until(() -> shows(selector, words), selector + " says " + words);
    }

    boolean shows(String selector, String words) {
        return all(selector).stream().anyMatch(element -> element.getText().contains(words));
    }

    void gone(String selector) {
        until(() -> all(selector).isEmpty(), selector + " is gone");
    }

    List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    @Nullable String said(String selector, String attribute) {
        return await(selector).getAttribute(attribute);
    }

    void until(BooleanSupplier happened, String what) {
        waiting(what).until(driver -> happened.getAsBoolean());
    }

    private FluentWait<ChromeDriver> waiting(String what) {
        return new FluentWait<>(browser)
                .withMessage(() -> what + "; the page shows:\n"
                        + browser.findElement(By.tagName("body")).getText())
                .withTimeout(PATIENCE)
                .pollingEvery(LOOKS_EVERY)
                .ignoring(StaleElementReferenceException.class)
                .ignoring(NoSuchElementException.class)
                .ignoring(ElementClickInterceptedException.class)
                .ignoring(ElementNotInteractableException.class);
    }

    private static String script(String name) {
        try {
            return new ClassPathResource(name).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.quit();
    }
}
