package org.tafsim.experiment.measured;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tafsim.experiment.measured.Ledger.Judged;
import org.tafsim.scenario.catalog.Catalog;

/** The model beside published measurements, with the constants that are shipped: errors that must not grow. */
@Tag("long")
class ServingLedgerTest {
    private static final Path DATA =
            Path.of(System.getProperty("tafsim.shared", "../../shared")).resolve("validation");

    private static Ledger ledger = new Ledger(List.of(), Map.of());

    @BeforeAll
    static void replayAll() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "The measurements are not there: " + DATA);
        ledger = Ledger.of(DATA, Catalog.shipped());
    }

    private static Errors errors(String... words) {
        List<Judged> entries = ledger.entries().stream()
                .filter(entry -> List.of(words).stream().allMatch(words(entry)::contains))
                .toList();
        assertThat(entries).isNotEmpty();
        return Errors.of(entries);
    }

    private static String words(Judged entry) {
        boolean hasExperts = entry.measurement().replica().model().feedForward().isSparse();
        return entry.measurement().configuration() + (hasExperts ? ", experts" : ", dense");
    }

    @Test
    void aRecordedRunOfVllmOnOneCardIsMet() {
        assertThat(errors("4090", "mean TTFT").median()).isLessThan(0.10);
        assertThat(errors("4090", "mean TPOT").median()).isLessThan(0.05);
        assertThat(errors("4090", "mean end-to-end").median()).isLessThan(0.05);
    }

    @Test
    void aRecordedRunOfVllmOnTwoCardsOverPcieIsMet() {
        assertThat(errors("RTX-PRO-6000", "mean TPOT").median()).isLessThan(0.10);
    }

    @Test
    void denseModelsOfThreeEnginesAreMetInTheMedian() {
        assertThat(errors("silicon", "dense").median()).isLessThan(0.08);
    }

    @Test
    void modelsOfExpertsAreMetInTheMedian() {
        assertThat(errors("silicon", "experts").median()).isLessThan(0.12);
    }

    @Test
    void layersOnEdgeCardsAreMetInTheMedian() {
        assertThat(errors("helix", " L4").median()).isLessThan(0.10);
        assertThat(errors("helix", " T4").median()).isLessThan(0.10);
    }

    @Test
    void stepsOfAnEngineOf2023AreMetInTheMedian() {
        assertThat(errors("splitwise", "prefill").median()).isLessThan(0.08);
        assertThat(errors("splitwise", "decode").median()).isLessThan(0.08);
    }

    @Test
    void everyRowIsComparedOrLeftOutForAReason() {
        assertThat(ledger.leftOut().keySet())
                .containsAll(ledger.entries().stream()
                        .map(entry -> entry.measurement().source())
                        .collect(Collectors.toSet()));
        assertThat(ledger.entries())
                .allSatisfy(entry -> assertThat(entry.measurement().seconds())
                        .isGreaterThanOrEqualTo(entry.measurement().leastSeconds()));
    }

    @Test
    void aboutHalfOfTheRowsAreHeldOut() {
        long fitting = ledger.entries().stream()
                .filter(entry -> entry.measurement().isForFitting())
                .count();

        assertThat((double) fitting / ledger.entries().size()).isBetween(0.4, 0.6);
    }
}
