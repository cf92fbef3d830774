package org.tafsim.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.tafsim.cli.Said;
import org.tafsim.cli.Shell;

/** Reports and the dashboard of the packaged jar, looked at with Chromium. Pictures are kept in {@code target/browser}. */
@Tag("long")
class BrowserIT {

    private static final String HOSTILE = "<img src=x onerror=alert(1)>";
    private static final Path SCENARIOS =
            Path.of("../scenarios").toAbsolutePath().normalize();
    private static final Path PICTURES = Path.of("target", "browser");
    private static final String REPORT_READY = "document.documentElement.dataset.ready === 'true'";
    private static final String DASHBOARD_READY = "window.dashboard && window.dashboard.ready";
    private static final int WIDE = 1280;
    private static final int NARROW = 400;
    private static final long LARGEST_REPORT = 3_000_000;

    @TempDir
    private static Path folder = Path.of("");

    private static Optional<Browser> started = Optional.empty();
    private static Optional<Process> serving = Optional.empty();
    private static String dashboard = "";

    @BeforeAll
    static void runAndOpen() throws Exception {
        Optional<Chromium> chromium = Chromium.find();
        assumeThat(chromium).as(Chromium.MISSING).isPresent();
        run("hello", "hello.yaml", "--set=name=" + HOSTILE, "--set=run.duration=20 s", "--set=run.warmup=5 s");
        run("other", "hello.yaml", "--set=run.duration=20 s", "--set=run.warmup=5 s", "--seed=7");
        run(
                "edge-vs-cloud",
                "edge-vs-cloud.yaml",
                "--set=run.duration=40 s",
                "--set=run.warmup=10 s",
                "--replications=2");
        run("ran", "ran-coexistence.yaml", "--set=run.duration=20 s", "--set=run.warmup=5 s", "--replications=2");
        started = Optional.of(Browser.start(chromium.orElseThrow(), folder));
        serve();
    }

    private static void run(String name, String scenario, String... options) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                SCENARIOS.resolve(scenario).toString(),
                "--quiet",
                "--no-figures",
                "--out=results/runs/" + name));
        arguments.addAll(List.of(options));
        Said said = new Shell(folder).run(Shell.tafsim(arguments.toArray(String[]::new)));
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static void serve() throws Exception {
        Shell.Running running = new Shell(folder).start(Shell.tafsim("serve", "results", "--port=0"));
        serving = Optional.of(running.process());
        while (dashboard.isEmpty()) {
            assertThat(running.process().isAlive()).as("the dashboard runs").isTrue();
            Thread.sleep(50);
            dashboard = Files.readString(running.out())
                    .lines()
                    .filter(line -> line.contains("http://"))
                    .map(line -> line.substring(line.indexOf("http://")))
                    .findFirst()
                    .orElse("");
        }
    }

    @AfterAll
    static void close() throws Exception {
        started.ifPresent(Browser::close);
        if (serving.isPresent()) {
            serving.get().destroy();
            serving.get().waitFor();
        }
    }

    private static Browser browser() {
        return started.orElseThrow();
    }

    private static Look look(String name) throws IOException {
        return new Look(browser(), PICTURES.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "edge-vs-cloud", "ran"})
    void everyPanelOfAReportIsSound(String run) throws Exception {
        checkReport(
                run,
                folder.resolve("results/runs").resolve(run).resolve("report.html"),
                "summary",
                "table",
                "map",
                "latency",
                "utilization",
                "request",
                "rerun",
                "definitions",
                "sources");
    }

    private static void checkReport(String name, Path report, String... expected) throws Exception {
        Look look = look(name);
        browser().resize(WIDE);
        browser().open(report.toUri().toString(), REPORT_READY);
        System.out.printf(
                Locale.ROOT,
                "report of %s: %,d bytes, ready %s ms after it was opened%n",
                name,
                Files.size(report),
                browser().script("return Math.round(window.readyAfter)"));
        assertThat(Files.size(report)).isLessThan(LARGEST_REPORT);
        assertThat(browser().texts("document.images")).as("markup in names").isEmpty();
        List<String> panels =
                browser().texts("[...document.querySelectorAll('section[data-panel]')].map((one) => one.id)");
        assertThat(panels).contains(expected);

        drawAll();
        look.isSound(name + ", wide");
        keep(look, panels, WIDE);
        for (String panel : panels) {
            browser().await("checks.exercise(document.getElementById(arguments[0]))", panel);
            assertThat(browser().texts("tafsim.errors"))
                    .as("%s of %s after clicks", panel, name)
                    .isEmpty();
        }
        browser().click("#theme");
        drawAll();
        look.isLegible(name + ", other theme");
        for (String panel : panels) {
            look.keep("#" + panel, panel + "-dark");
        }

        browser().resize(NARROW);
        browser().open(report.toUri().toString(), REPORT_READY);
        drawAll();
        look.isSound(name + ", narrow");
        keep(look, panels, NARROW);
        assertThat(browser().texts("tafsim.errors")).as(name).isEmpty();
    }

    private static void drawAll() {
        browser().script("tafsim.charts.drawAll()");
        browser()
                .until(
                        "all is drawn",
                        "[...document.querySelectorAll('[data-chart]')].every((one) => one.dataset.drawn !== 'false')");
    }

    private static void keep(Look look, List<String> panels, int width) throws IOException {
        for (String panel : panels) {
            look.keep("#" + panel, panel + "-" + width);
        }
        for (String chart : browser().texts("tafsim.charts.ids()")) {
            String figure = "[data-chart='" + chart + "'][data-drawn='true'] figure";
            if (!browser()
                    .texts("document.querySelectorAll(arguments[0])", figure)
                    .isEmpty()) {
                look.isDrawn(figure, chart + " at " + width);
            }
        }
    }

    @Test
    void theTableOfRunsIsSortedFilteredAndOpensReports() throws Exception {
        open("runs");
        String order = "[...document.querySelectorAll('#run-table tbody')].map((one) => one.dataset.key)";
        browser().click("th[data-sort='e2e_p95'] button");
        List<String> up = browser().texts(order);
        browser().click("th[data-sort='e2e_p95'] button");
        List<String> down = browser().texts(order);

        assertThat(up).hasSize(4).isNotEqualTo(down);
        assertThat(up.get(0)).isEqualTo(down.get(3));
        assertThat(browser().texts("[document.querySelector(\"th[data-sort='e2e_p95']\").getAttribute('aria-sort')]"))
                .containsExactly("descending");
        assertThat(browser().texts("document.images")).isEmpty();
        assertThat(browser()
                        .texts("[document.querySelector('#run-table').textContent.includes(arguments[0])]", HOSTILE))
                .containsExactly("true");
        browser().type("#filter", "cloud-only seed=7");
        assertThat(browser().texts(order)).containsExactly("runs/other");
        assertThat(browser().texts("[document.querySelector('#run-table a').getAttribute('href')]"))
                .containsExactly("/results/runs/other/report.html");
        browser().open(dashboard + "results/runs/other/report.html", REPORT_READY);
        assertThat(browser().log()).as("the report in its sandbox").isEmpty();
        assertThat(browser().texts("tafsim.errors")).isEmpty();
    }

    @Test
    void chosenRunsAreLaidOverEachOtherAndTheirSettingsCompared() throws Exception {
        open("runs");
        browser().click("tbody[data-key='runs/hello'] input");
        browser().click("tbody[data-key='runs/other'] input");
        browser().click(".chosen button");
        browser().until("it is laid over", "document.querySelectorAll('#overlay canvas').length === 3");

        for (String chart : List.of("overlay-latency", "overlay-load", "overlay-metric")) {
            look("dashboard").isDrawn("#" + chart, chart);
        }
        assertThat(browser().texts("[document.querySelectorAll('#overlay-table thead th').length]"))
                .containsExactly("5");
        browser().click("#overlay .chip");
        assertThat(browser().texts("[document.querySelectorAll('#overlay-table thead th').length]"))
                .containsExactly("4");
        browser().click(".tabs a[href^='#settings']");
        browser().until("settings are there", "document.getElementById('setting-table')");
        assertThat(
                        browser()
                                .texts(
                                        "[...document.querySelectorAll('#setting-table tbody th')].map((one) => one.textContent)"))
                .containsExactlyInAnyOrder("name", "run.seed");
        assertThat(browser().texts("dashboard.errors")).isEmpty();
    }

    @Test
    void questionsAreAnsweredOrRefusedInASentence() throws Exception {
        open("sql");
        browser().type("#question", "SELECT scenario FROM runs WHERE seed = 7", Keys.chord(Keys.CONTROL, Keys.ENTER));
        browser().until("there is an answer", "document.getElementById('answer-table')");
        assertThat(browser().texts("[document.querySelector('#answer-table tbody').textContent]"))
                .containsExactly("hello");
        browser().type("#question", "FROM read_text('/etc/hostname')");
        browser().click("#ask");
        browser().until("it is refused", "document.getElementById('refused')");
        assertThat(browser().texts("[document.getElementById('refused').textContent]"))
                .first()
                .asString()
                .contains("may not be called here");
    }

    @ParameterizedTest
    @ValueSource(ints = {WIDE, NARROW})
    void everyViewOfTheDashboardIsSound(int width) throws Exception {
        Look look = look("dashboard");
        browser().resize(width);
        String chosen = "?run=runs%2Fhello&run=runs%2Fother";
        browser().open(dashboard + "#runs", DASHBOARD_READY);
        for (String theme : List.of("light", "dark")) {
            for (String view : List.of("runs", "sweeps", "overlay", "settings", "pareto", "sql")) {
                browser().script("location.hash = arguments[0]", view + chosen);
                browser()
                        .until(
                                view + " is there",
                                "!document.getElementById('%s').hidden && document.querySelector('#%s h2')"
                                        .formatted(view, view));
                browser().await("new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)))");
                look.isSound(view + " at " + width + ", " + theme);
                look.keep("body", view + "-" + width + "-" + theme);
            }
            browser().click("#theme");
        }
        assertThat(browser().texts("dashboard.errors")).isEmpty();
    }

    @Test
    void aSweepIsWatchedWhileItRunsAndThenReported() throws Exception {
        open("sweeps");
        Shell.Running sweep = new Shell(folder)
                .start(Shell.tafsim(
                        "sweep",
                        SCENARIOS.resolve("hello.yaml").toString(),
                        "apps[id=chat].arrivals.rate=1 /s,2 /s,4 /s",
                        "run.duration=20 s,40 s",
                        "--replications=3",
                        "--threads=1",
                        "--no-figures",
                        "--quiet",
                        "--out=results/sweeps/load"));
        String done =
                "Number((document.querySelector('#sweeps [role=progressbar]') || {getAttribute: () => 0}).getAttribute('aria-valuenow'))";
        browser().until("tasks are done, and not all", done + " > 0");
        assertThat(browser().texts("[document.querySelector('#sweeps .progress-text').textContent]"))
                .first()
                .asString()
                .contains("of 18 tasks done, 0 failed", "6 points × 3 replications");
        browser().until("all are done", done + " === 18 && document.querySelector('#sweeps [data-state=good]')");

        assertThat(sweep.await().code()).isZero();
        checkReport("sweep", folder.resolve("results/sweeps/load/report.html"), "sweep", "rerun");
    }

    private static void open(String view) {
        browser().resize(WIDE);
        browser().open(dashboard + "#" + view, DASHBOARD_READY);
    }
}
