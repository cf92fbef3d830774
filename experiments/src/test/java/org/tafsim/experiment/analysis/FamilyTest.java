package org.tafsim.experiment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FamilyTest {

    private static final Comparator<Double> ALMOST = (a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b);

    /**
     * Law, <i>Simulation Modeling and Analysis</i>, §10.2: costs of two inventory policies, difference 4.98, [1.65,
     * 8.31] at 90 %.
     */
    private static final double[] INVENTORY = {
        126.97 - 118.21, 124.31 - 120.22, 126.68 - 122.45, 122.66 - 122.68, 127.23 - 119.40
    };

    @Test
    void pairedDifferencesAreThoseOfLawsExample() {
        PairedTest test = PairedTest.of(INVENTORY, 0.9);

        assertThat(test.interval().mean()).isCloseTo(4.98, within(0.005));
        assertThat(test.interval().low()).isCloseTo(1.65, within(0.005));
        assertThat(test.interval().high()).isCloseTo(8.31, within(0.005));
    }

    /** P(|T| ≤ t) = sin θ (1 + ½ cos² θ), tan θ = t / √4, for 4 degrees of freedom: Abramowitz and Stegun 26.7.4. */
    @Test
    void pValueIsThatOfStudentsDistribution() {
        PairedTest test = PairedTest.of(INVENTORY, 0.9);

        double t = test.interval().mean() / (test.interval().halfWidth() / 2.131847); // t(0.95, 4)
        double sine = t / Math.sqrt(4 + t * t);
        assertThat(test.pValue()).isCloseTo(1 - sine * (1 + (1 - sine * sine) / 2), within(1e-6));
        assertThat(test.pValue()).isCloseTo(0.0333, within(5e-5));
    }

    @Test
    void pValueAndIntervalAgree() {
        for (int seed = 0; seed < 200; seed++) {
            PairedTest test = PairedTest.of(Normals.draw(8, 0.5, 1, seed), 0.95);

            assertThat(test.pValue() < 0.05).isEqualTo(!test.interval().contains(0));
        }
    }

    @Test
    void extremesHavePValuesToo() {
        assertThat(PairedTest.of(new double[] {3}, 0.95).pValue()).isEqualTo(1);
        assertThat(PairedTest.of(new double[] {0, 0, 0}, 0.95).pValue()).isEqualTo(1);
        assertThat(PairedTest.of(new double[] {3, 3, 3}, 0.95).pValue()).isEqualTo(0);
    }

    /** The example of many textbooks. */
    @Test
    void adjustsAsInTheTextbooks() {
        assertThat(Family.holm(List.of(0.01, 0.04, 0.03, 0.005)))
                .usingElementComparator(ALMOST)
                .containsExactly(0.03, 0.06, 0.06, 0.02);
        assertThat(Family.holm(List.of(0.6, 0.9, 0.5))).containsExactly(1.0, 1.0, 1.0);
        assertThat(Family.holm(List.of())).isEmpty();
    }

    @Test
    void oneComparisonNeedsNoCorrection() {
        Family family = Family.of(List.<double[]>of(INVENTORY), 0.9);

        Family.Member member = family.members().get(0);
        assertThat(member.simultaneous()).isEqualTo(member.test().interval());
        assertThat(member.adjustedPValue()).isEqualTo(member.test().pValue());
        assertThat(member.isSignificant()).isTrue();
    }

    @Test
    void whatASimultaneousIntervalShowsHolmFindsToo() {
        for (int seed = 0; seed < 100; seed++) {
            List<double[]> comparisons = IntStream.range(100 * seed, 100 * seed + 5)
                    .mapToObj(i -> Normals.draw(10, 0.8, 1, i))
                    .toList();

            assertThat(Family.of(comparisons, 0.95).members())
                    .allMatch(member ->
                            member.isSignificant() || member.simultaneous().contains(0));
        }
    }

    @Test
    void falseFindingsInAFamilyAreAsRareAsPromised() {
        int families = 2000;
        long falseByHolm = 0;
        long falseByItself = 0;
        for (int i = 0; i < families; i++) {
            int from = 10 * i;
            List<double[]> nothing = IntStream.range(from, from + 10)
                    .mapToObj(seed -> Normals.draw(10, 0, 1, seed))
                    .toList();
            Family family = Family.of(nothing, 0.95);
            falseByHolm += family.members().stream().anyMatch(Family.Member::isSignificant) ? 1 : 0;
            falseByItself +=
                    family.members().stream().anyMatch(member -> member.test().pValue() < 0.05) ? 1 : 0;
        }

        assertThat(new Coverage("Holm", 0.05, families, (int) falseByHolm)
                        .share()
                        .low())
                .isLessThan(0.05);
        assertThat(new Coverage("alone", 0.4, families, (int) falseByItself)
                        .share()
                        .contains(1 - 0.5987))
                .isTrue();
    }
}
