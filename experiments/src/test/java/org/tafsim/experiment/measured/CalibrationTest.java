package org.tafsim.experiment.measured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.catalog.Catalog;

/** Constants that made measurements are found again from them. */
@Tag("long")
class CalibrationTest {
    private static final StepConstants TRUE_ONES =
            new StepConstants("vllm/L4", 0.7, 0.35, 0.42, 0.6, 2.5, 25e-6, 0, 0, 4e-3, 4.4e-6, 35e-6, 0.13, "made up");

    private static List<Measurement> madeUp() {
        ReplicaSpec replica = new Specs(Catalog.shipped())
                .find("llama-3.1-8b", "L4", 1, Precision.BF16, "vllm", Specs.ALONE)
                .orElseThrow();
        List<Load> loads = new ArrayList<>();
        for (int sequences = 1; sequences <= 64; sequences *= 2) {
            for (int tokens : List.of(128, 1024, 4096)) {
                loads.add(new DecodeStep(sequences, tokens));
            }
        }
        for (int tokens = 64; tokens <= 4096; tokens *= 2) {
            loads.add(new PrefillStep(1, tokens));
        }
        List<Measurement> measurements = new ArrayList<>();
        for (Load load : loads) {
            Measurement shipped = new Measurement("made up", load.quantity(), "vllm", replica, load, 1);
            double seconds = shipped.with(TRUE_ONES).predictedSeconds();
            measurements.add(new Measurement("made up", load.quantity(), "vllm", replica, load, seconds));
        }
        return measurements;
    }

    @Test
    void constantsAreFoundAgainAndMeetTheRowsHeldOut() {
        List<Measurement> rows = madeUp();
        List<Measurement> fitting =
                rows.stream().filter(Measurement::isForFitting).toList();

        StepConstants found = Calibration.fit(fitting, rows.get(0).replica().constants(), "a test");

        assertThat(found.gemmBandwidthFraction()).isCloseTo(0.7, within(0.05));
        assertThat(found.gemmComputeFraction()).isCloseTo(0.35, within(0.03));
        assertThat(rows.stream().filter(row -> !row.isForFitting()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.with(found).predictedSeconds())
                        .isCloseTo(row.seconds(), within(0.03 * row.seconds())));
    }

    @Test
    void whatIsNotMeasuredStaysAsItWas() {
        List<Measurement> rows = madeUp();

        StepConstants found = Calibration.fit(rows, rows.get(0).replica().constants(), "a test");

        assertThat(found.linkFraction())
                .isCloseTo(rows.get(0).replica().constants().linkFraction(), within(0.01));
    }
}
