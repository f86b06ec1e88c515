package io.openrouteroperator.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** Headless Chromium as a person uses it, with what a test asks of it. The programs are those that {@code src/test/browser/find.sh} names. */
public final class Browser implements AutoCloseable {
    private static final String AXE = axe();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Starts the browser of this machine. */
    public static Browser open() {
        BrowserPrograms programs = BrowserPrograms.find();
        ChromeOptions options = new ChromeOptions();
        options.setAcceptInsecureCerts(true);
        options.setBinary(programs.browser().toFile());
        // CI runs as root, where Chromium has no sandbox; a container's /dev/shm is too small for it.
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--force-color-profile=srgb",
                "--window-size=1280,900");
        LoggingPreferences console = new LoggingPreferences();
        console.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, console);
        return new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(programs.driver().toFile())
                        .usingAnyFreePort()
                        .build(),
                options));
    }

    /** Loads an address and waits until it is there; what the console said before is forgotten. */
    public Browser go(String address) {
        console();
        driver.get(address);
        return this;
    }

    /** Shows pages as people see them who like them dark, or light. */
    public void prefer(String scheme) {
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Where it is now. */
    public String address() {
        return String.valueOf(driver.getCurrentUrl());
    }

    /** What a person reads. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Waits for the page that shows this, as a person does after a click. */
    public void awaitText(String expected) {
        Awaitility.await("a page with: " + expected)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(this::text, shown -> shown.contains(expected));
    }

    /** An element, by CSS. */
    public WebElement find(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    /** All elements of this kind, by CSS. */
    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Presses a key wherever the focus is. */
    public void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /** The element that the keyboard acts on. */
    public WebElement focused() {
        return driver.switchTo().activeElement();
    }

    /** What axe has against the page: a line for each rule that is broken, with the elements that break it. */
    public List<String> axeViolations() {
        driver.executeScript(AXE);
        Object violations = driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run().then(
                    results => done(results.violations.map(
                        rule => rule.id + ': ' + rule.help + ' ' + rule.nodes.map(node => node.html).join(' '))),
                    problem => done(['axe failed: ' + problem]));
                """);
        return ((List<?>) Objects.requireNonNull(violations))
                .stream().map(String::valueOf).toList();
    }

    /** What the console said since the page was loaded, or since it was asked last. */
    public List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::toString)
                .toList();
    }

    /** The page as paper has it. */
    public PrintedPages print() {
        Object data =
                command("Page.printToPDF", Map.of("printBackground", false)).get("data");
        return new PrintedPages(Base64.getDecoder().decode(String.valueOf(data)));
    }

    /** The upper part of the page as a picture. */
    public void screenshot(Path file) {
        try {
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The result of a script in the page; tests only look. */
    public Object evaluate(String script) {
        return String.valueOf(driver.executeScript("return " + script));
    }

    @Override
    public void close() {
        driver.quit();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> command(String name, Map<String, Object> parameters) {
        return driver.executeCdpCommand(name, parameters);
    }
}
