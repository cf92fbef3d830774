package org.tafsim.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.SeriesSample;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.MeanCurve;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.CutOff;
import org.tafsim.report.SyntheticRuns;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class FiguresTest {

    @Test
    void comparisonOfPoliciesHasAFigureOfEveryKind() {
        List<Figure> figures = Figures.of(data(SyntheticRuns.of(SyntheticRuns.POLICIES, 5), 5));

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly(
                        "latency-ttft",
                        "latency-e2e",
                        "percentiles",
                        "utilization",
                        "power",
                        "violations-by-stage",
                        "violations-by-rule",
                        "flows-by-country",
                        "comparison",
                        "differences",
                        "pareto");
    }

    @Test
    void aCutOffHasACurveOfWhatIsKeptWithTheMomentsOfCutAndRestoration() throws Exception {
        List<SeriesSample> curve = List.of(
                new SeriesSample(90_000_000_000L, "all", "autonomy_fraction", 1),
                new SeriesSample(150_000_000_000L, "all", "autonomy_fraction", 0.25));
        RunResult run = new RunResult("nearest", 0, List.of(), curve, List.of(), 1);
        CutOff cut = new CutOff(
                100_000_000_000L,
                OptionalLong.of(140_000_000_000L),
                CutOff.Target.REGIME,
                "US",
                CutOff.USUAL_RESTART_NANOS);

        Figure figure = AutonomyFigure.of(data(List.of(run), 1, List.of(cut))).orElseThrow();

        assertThat(texts(parsed(figure.svg()))).contains("cut: US", "restored");
    }

    @Test
    void svgHasTheSameBytesAtEveryDrawingAndInEveryLocale() {
        Locale before = Locale.getDefault();
        List<RunResult> results = SyntheticRuns.of(SyntheticRuns.POLICIES, 3);
        List<String> first =
                Figures.of(data(results, 3)).stream().map(Figure::svg).toList();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Figures.of(data(results, 3)).stream().map(Figure::svg)).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void svgIsWellFormedAndSaysWhatItShows() throws Exception {
        List<String> hostile = List.of("<b>&\"'</b>", "nearest", "]]>", "x".repeat(80));

        for (Figure figure : Figures.of(data(SyntheticRuns.of(hostile, 2), 2))) {
            Document svg = parsed(figure.svg());

            assertThat(svg.getDocumentElement().getAttribute("viewBox")).startsWith("0 0 420 ");
            assertThat(svg.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo(figure.title());
            assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                    .isEqualTo(figure.description())
                    .contains("mean of 2 replications")
                    .endsWith(".");
        }
    }

    @Test
    void figuresStateTheirNumberOfReplicationsAndTheirUnits() throws Exception {
        for (Figure figure : Figures.of(data(SyntheticRuns.of(SyntheticRuns.POLICIES, 5), 5))) {
            List<String> texts = texts(parsed(figure.svg()));

            assertThat(String.join(" ", texts).replaceAll("\\s+", " ")).contains("mean of 5 replications");
            assertThat(texts).anyMatch(text -> text.matches(".*\\((ms.*|%|s|count|points|GB|EUR)\\)"));
        }
    }

    @Test
    void pngIsWideEnoughForPrint() throws Exception {
        for (Figure figure : Figures.of(data(SyntheticRuns.of(SyntheticRuns.POLICIES, 2), 2))) {
            assertThat(ImageIO.read(new ByteArrayInputStream(figure.png())).getWidth())
                    .isEqualTo(1_260);
        }
    }

    @Test
    void onePolicyIsComparedWithNothing() {
        List<Figure> figures = Figures.of(data(SyntheticRuns.of(List.of("nearest"), 2), 2));

        assertThat(figures).extracting(Figure::name).doesNotContain("comparison", "differences", "pareto");
    }

    @Test
    void runWithoutARequestHasNoFigures() {
        RunResult empty = new RunResult(
                "nearest", 0, List.of(new Metric("all", "requests", "count", 0)), List.of(), List.of(), 0);

        assertThat(Figures.of(data(List.of(empty), 1))).isEmpty();
    }

    @Test
    void lawfulRunsShowTheirZeroes() throws Exception {
        List<RunResult> results = List.of(run("nearest", List.of(0)), run("random", List.of(0)));

        Figure figure = Figures.of(data(results, 1)).get(0);

        assertThat(figure.name()).isEqualTo("violations-by-rule");
        assertThat(texts(parsed(figure.svg())))
                .filteredOn(text -> text.strip().equals("0"))
                .hasSizeGreaterThan(1);
    }

    @Test
    void smallRulesJoinInOnePart() throws Exception {
        List<Integer> counts = List.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

        Figure figure = Figures.of(data(List.of(run("nearest", counts)), 1)).get(0);

        assertThat(texts(parsed(figure.svg())))
                .contains("R0", "R6", "other rules", "edge-vs-cloud: 1 replication, no interval")
                .doesNotContain("R7", "R8", "R9");
    }

    @ParameterizedTest
    @CsvSource({"10, 2", "3, 1", "6.1, 2", "16, 5", "0.01, 0.002", "100000, 20000", "14, 2"})
    void ticksAreRound(double span, double step) {
        assertThat(FigureStyle.step(span)).isEqualTo(step);
    }

    @Test
    void latenciesFarApartStandOnALogarithmicAxis() throws Exception {
        List<RunResult> results = new ArrayList<>();
        results.add(new RunResult("a", 0, List.of(new Metric("all", "ttft_p95", "ms", 20)), List.of(), List.of(), 1));
        results.add(
                new RunResult("b", 0, List.of(new Metric("all", "ttft_p95", "ms", 9_000)), List.of(), List.of(), 1));

        Figure comparison = Figures.of(data(results, 1)).get(0);

        assertThat(texts(parsed(comparison.svg()))).contains("100", "1,000", "10,000");
    }

    /** Writes all figures for people to look at: {@code -Dtafsim.figures=DIR}. */
    @Test
    void lookAtThem() throws Exception {
        String folder = System.getProperty("tafsim.figures");
        org.junit.jupiter.api.Assumptions.assumeTrue(folder != null, "-Dtafsim.figures=DIR writes them to look at");
        for (int replications : new int[] {1, 5}) {
            Path path = Files.createDirectories(Path.of(String.valueOf(folder), "n" + replications));
            for (Figure figure :
                    Figures.of(data(SyntheticRuns.of(SyntheticRuns.POLICIES, replications), replications))) {
                Files.write(path.resolve(figure.name() + ".png"), figure.png());
                Files.writeString(path.resolve(figure.name() + ".svg"), figure.svg());
            }
        }
        assertThat(Path.of(String.valueOf(folder))).isNotEmptyDirectory();
    }

    private static RunResult run(String policy, List<Integer> violationsByRule) {
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(
                "all",
                "violations",
                "count",
                violationsByRule.stream().mapToInt(i -> i).sum()));
        for (int i = 0; i < violationsByRule.size(); i++) {
            metrics.add(new Metric("rule:R" + i, "violations", "count", violationsByRule.get(i)));
        }
        return new RunResult(policy, 0, metrics, List.of(), List.of(), 1);
    }

    private static FigureData data(List<RunResult> results, int replications) {
        return data(results, replications, List.of());
    }

    private static FigureData data(List<RunResult> results, int replications, List<CutOff> cutOffs) {
        return new FigureData(
                "edge-vs-cloud",
                replications,
                60,
                results,
                SummaryTable.of(results),
                MeanCurve.of(results),
                Comparison.againstFirst(results, 0.95),
                cutOffs);
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> texts(Document svg) {
        NodeList nodes = svg.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
