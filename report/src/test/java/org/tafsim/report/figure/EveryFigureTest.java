package org.tafsim.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.Comparison;
import org.tafsim.experiment.MeanCurve;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.report.SyntheticRuns;

/** What holds for figures of every kind. */
class EveryFigureTest {

    private static final List<String> POLICIES = List.of("nearest", "latency-greedy", "sovereign-strict");

    static List<Figure> all() {
        List<Figure> figures = new ArrayList<>(run(SyntheticRuns.POLICIES, 5));
        figures.addAll(sweep(SyntheticSweeps.LOAD, POLICIES, 3));
        figures.addAll(sweep(SyntheticSweeps.GRID, POLICIES, 3));
        figures.addAll(sweep(SyntheticSweeps.VARIANTS, List.of("nearest"), 3));
        figures.addAll(sweep(SyntheticSweeps.VARIANTS, POLICIES, 3).subList(0, 1));
        return figures;
    }

    private static List<Figure> run(List<String> policies, int replications) {
        List<RunResult> results = SyntheticRuns.of(policies, replications);
        return Figures.of(new FigureData(
                "edge-vs-cloud",
                replications,
                60,
                results,
                SummaryTable.of(results),
                MeanCurve.of(results),
                Comparison.againstFirst(results, 0.95),
                List.of()));
    }

    private static List<Figure> sweep(Experiment experiment, List<String> policies, int replications) {
        return SweepFigures.of(experiment, SyntheticSweeps.points(experiment, policies, replications));
    }

    private static List<String> names(List<Figure> figures) {
        return figures.stream().map(Figure::name).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void textsStandBesideEachOtherAndInsideThePicture(Figure figure) throws Exception {
        assertThat(SvgTexts.faults(figure)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void drawingsHaveTheSameBytesTwice(Figure figure) {
        assertThat(figure.svg()).isEqualTo(figure.svg());
        assertThat(figure.pdf()).isEqualTo(figure.pdf());
    }

    @ParameterizedTest
    @MethodSource("all")
    void aSentenceTellsWhoCannotSeeItTheRunsAndWhatCameOut(Figure figure) {
        assertThat(figure.description())
                .containsPattern("mean of [35] replications")
                .containsPattern("[Bb]est|worst|Highest|Largest|told from none|Not beaten|Nothing|Outside");
    }

    @Test
    void aPdfHoldsNoMomentOfItsDrawingAndItsTitleInAnyCharacters() {
        Figure figure = run(List.of("a)b(\\ä", "nearest"), 2).get(0);

        String pdf = new String(figure.pdf(), StandardCharsets.ISO_8859_1);

        assertThat(pdf)
                .startsWith("%PDF-1.4")
                .contains("/Title (\\376\\377\\000")
                .doesNotContain("(D:", "CreationDate");
        int xref = Integer.parseInt(pdf.substring(pdf.indexOf("startxref") + 10)
                .lines()
                .findFirst()
                .orElseThrow()
                .strip());
        assertThat(pdf.substring(xref)).startsWith("xref");
    }

    @Test
    void aSweepOverOneNumberHasLinesAndFans() {
        assertThat(names(sweep(SyntheticSweeps.LOAD, POLICIES, 3)))
                .containsExactly("load", "load-differences", "load-percentiles", "pareto");
    }

    @Test
    void aSweepOverTwoNumbersHasHeatMaps() throws Exception {
        List<Figure> figures = sweep(SyntheticSweeps.GRID, POLICIES, 3);

        assertThat(names(figures)).containsExactly("heat-slo-attainment", "heat-ttft-p95", "best-policy", "pareto");
        assertThat(SvgTexts.of(figures.get(2).svg()))
                .extracting(SvgTexts.Placed::text)
                .contains("A nearest", "B latency-greedy", "4 /s", "5 s")
                .contains("all"); // nobody is better by SLO attainment
    }

    @Test
    void variantsUnderOnePolicyAreATornadoTheLargestOnTop() throws Exception {
        List<Figure> figures = sweep(SyntheticSweeps.VARIANTS, List.of("nearest"), 3);

        assertThat(names(figures))
                .containsExactly(
                        "tornado-ttft-p95",
                        "tornado-slo-attainment",
                        "tornado-cost-eur-per-1k",
                        "tornado-e2e-mean",
                        "pareto");
        List<String> rows = SvgTexts.of(figures.get(3).svg()).stream()
                .filter(placed -> placed.text().startsWith("without"))
                .sorted((one, other) ->
                        Double.compare(one.box().getY(), other.box().getY()))
                .map(SvgTexts.Placed::text)
                .toList();
        assertThat(rows).containsExactly("without-R04", "without-R02", "without-R03", "without-R01");
        assertThat(figures.get(3).description()).contains("Largest: without-R04, +160", "4 of 4 are told from none");
    }

    @Test
    void variantsUnderSeveralPoliciesAreBars() {
        assertThat(names(sweep(SyntheticSweeps.VARIANTS, POLICIES, 3)))
                .contains("baseline-ttft-p95")
                .noneMatch(name -> name.startsWith("tornado"));
    }

    @Test
    void oneReplicationHasNoIntervalAndSaysSo() {
        for (Figure figure : sweep(SyntheticSweeps.LOAD, POLICIES, 1)) {
            assertThat(figure.description()).contains("1 replication").doesNotContain("±", "95 % Student");
        }
    }

    @Test
    void ofManyPoliciesLinesShowTheBestAndRowsAll() throws Exception {
        List<String> many = IntStream.range(0, 45).mapToObj(i -> "policy-" + i).toList();

        for (Figure figure : run(many, 2)) {
            assertThat(SvgTexts.faults(figure)).isEmpty();
            boolean hasLines = List.of("latency-ttft", "latency-e2e", "utilization", "power")
                    .contains(figure.name());
            assertThat(figure.description().contains("8 best by SLO of 45 policies"))
                    .isEqualTo(hasLines);
        }
        assertThat(names(sweep(SyntheticSweeps.LOAD, many, 2))).doesNotContain("load-percentiles");
        assertThat(names(sweep(SyntheticSweeps.GRID, many, 2))).containsExactly("pareto");
    }

    @Test
    void whatIsOutsideTheLegalAreaIsSaid() {
        Figure flows = run(SyntheticRuns.POLICIES, 5).stream()
                .filter(figure -> figure.name().equals("flows-by-country"))
                .findFirst()
                .orElseThrow();

        assertThat(flows.description()).contains("framed: outside the legal area", "in US");
    }

    @Test
    void theFrontLeavesOutWhoIsDearerAndSlower() {
        Figure pareto = sweep(SyntheticSweeps.LOAD, POLICIES, 3).get(3);

        assertThat(pareto.description()).contains("Of those where no request breaks a rule:");
        assertThat(Choice.front(List.of())).isEmpty();
    }

    /** Writes all figures for people to look at: {@code -Dtafsim.figures=DIR}. */
    @Test
    void lookAtThem() throws Exception {
        String folder = System.getProperty("tafsim.figures");
        org.junit.jupiter.api.Assumptions.assumeTrue(folder != null, "-Dtafsim.figures=DIR writes them to look at");
        Path path = Files.createDirectories(Path.of(String.valueOf(folder)));
        int number = 0;
        for (Figure figure : all()) {
            Files.write(path.resolve(String.format(Locale.ROOT, "%02d-%s.png", number++, figure.name())), figure.png());
        }
        assertThat(path).isNotEmptyDirectory();
    }
}
