package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.Journey;
import org.tafsim.model.Movement;
import org.tafsim.model.QuantileTable;
import org.tafsim.model.Scenario;
import org.tafsim.scenario.mobility.MobilityMeasures;
import org.tafsim.scenario.mobility.ZoneCrossing;

class MobilityFragmentTest {

    private static final List<Double> TIMES = List.of(1.0, 20.0, 61.5, 100.25, 200.0, 300.0, 400.0004);

    /** 1,234 handovers in 100,000 s of vehicles, of which 62.3 % move. */
    private static final MobilityMeasures MEASURES = new MobilityMeasures(
            100,
            50,
            1000,
            1e5,
            7.5,
            List.of(0.0, 8.0, 20.0),
            0.377,
            40,
            250,
            1234,
            900,
            List.of(80.0, 70.0, 200.0),
            List.of(
                    new ZoneCrossing("munich", "abroad", 3, 1, TIMES),
                    new ZoneCrossing("munich", "no", 3, 2, TIMES),
                    new ZoneCrossing("abroad", "munich", 9_000_000, 1, TIMES)));

    @Test
    void aMovementReadsBackWithTheMeasuredRateOfHandovers() {
        String population = MobilityFragment.movement(MEASURES).strip();
        Scenario scenario =
                Readers.read(Readers.valid().replace("access: sa-midband", "access: sa-midband, " + population));

        Movement movement = scenario.populations().get(0).movement().orElseThrow();
        assertThat(movement.cellRadiusMeters()).isEqualTo(250);
        assertThat(movement.share()).isCloseTo(0.623, within(1e-6));
        assertThat(movement.share() * movement.handoversPerSecond()).isCloseTo(0.01234, within(1e-8));
    }

    @Test
    void journeysReadBackWithTheirSharesAndTimes() {
        Scenario scenario = Readers.read(withPopulations() + MobilityFragment.journeys(MEASURES.zoneCrossings()));

        assertThat(scenario.journeys()).hasSize(2);
        Journey first = scenario.journeys().get(0);
        assertThat(first.fromPopulationId()).isEqualTo("munich");
        assertThat(first.toPopulationId()).isEqualTo("abroad");
        assertThat(first.share()).isEqualTo(0.333333);
        assertThat(first.after())
                .isEqualTo(new DurationSpec.Quantiles(new QuantileTable(
                        ZoneCrossing.PROBABILITIES,
                        List.of(1000.0, 20_000.0, 61_500.0, 100_250.0, 200_000.0, 300_000.0, 400_000.0))));
        assertThat(scenario.journeys().get(1).share()).isEqualTo(0.666666);
        assertThat(scenario.journeys().get(1).toPopulationId()).isEqualTo("no");
    }

    private static String withPopulations() {
        return Readers.valid()
                .replace(
                        "apps:",
                        "  - {id: abroad, city: Zurich, access: sa-midband, upf: local}\n"
                                + "  - {id: \"no\", city: Oslo, access: sa-midband, upf: local}\napps:");
    }

    @Test
    void commentsStayCommentsWhateverAFileIsCalled() {
        assertThat(MobilityFragment.comments(List.of("a\nmovement: {speed: 1 m/s}")))
                .isEqualTo("# a movement: {speed: 1 m/s}\n");
    }
}
