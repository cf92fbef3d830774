package org.tafsim.cli.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** A browser without a window. */
final class Browser implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 30_000;
    private static final int HEIGHT = 900;

    /** Reports say in an attribute that they are ready; when that was is measured from the start of the navigation. */
    private static final String NOTE_WHEN_READY =
            "new MutationObserver(() => { window.readyAfter ??= performance.now(); })"
                    + ".observe(document, {subtree: true, attributeFilter: ['data-ready']})";

    private final ChromeDriver driver;
    private final String checks;

    private Browser(ChromeDriver driver) throws IOException {
        this.driver = driver;
        try (InputStream in = Objects.requireNonNull(Browser.class.getResourceAsStream("checks.js"))) {
            checks = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Starts.
     *
     * @param folder for its profile and what it downloads
     */
    static Browser start(Chromium chromium, Path folder) throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.browser().toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--force-prefers-reduced-motion",
                "--user-data-dir=" + folder.resolve("profile"));
        options.setExperimentalOption("prefs", Map.of("download.default_directory", folder.toString()));
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromium.driver().toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", NOTE_WHEN_READY));
        return new Browser(driver);
    }

    void resize(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Opens a page, and waits until a script finds it ready. */
    void open(String address, String ready) {
        driver.get("about:blank"); // an address that differs in its hash alone would load nothing
        log();
        driver.get(address);
        until(address + " is ready", ready);
        driver.executeScript(checks);
    }

    Object script(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeScript(script, arguments), "");
    }

    /** What an expression answers, as texts. */
    List<String> texts(String expression, Object... arguments) {
        return ((List<?>) script("return [...(" + expression + ")].map(String)", arguments))
                .stream().map(String::valueOf).toList();
    }

    /** Waits for a promise. */
    void await(String promise, Object... arguments) {
        driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; Promise.resolve(" + promise
                        + ").then(() => done(), done)",
                arguments);
    }

    void until(String what, String expression) {
        long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!Boolean.TRUE.equals(driver.executeScript("return Boolean(" + expression + ")"))) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain until " + what + "; the page says: " + log());
            }
            try {
                Thread.sleep(40);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void click(String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    void type(String selector, CharSequence... keys) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        element.clear();
        element.sendKeys(keys);
    }

    /** What the browser has complained of since it was last asked. */
    List<String> log() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** The part of the page that the first element of a selector takes. */
    BufferedImage picture(String selector) throws IOException {
        List<?> box = (List<?>) script("return checks.place(document.querySelector(arguments[0]))", selector);
        double[] place = box.stream()
                .mapToDouble(number -> ((Number) number).doubleValue())
                .toArray();
        Map<String, Object> answer = driver.executeCdpCommand(
                "Page.captureScreenshot",
                Map.of(
                        "format",
                        "png",
                        "captureBeyondViewport",
                        true,
                        "clip",
                        Map.of("x", place[0], "y", place[1], "width", place[2], "height", place[3], "scale", 1)));
        byte[] png = Base64.getDecoder().decode(String.valueOf(answer.get("data")));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
