package org.tafsim.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.KernelKind;

class SelfTestsTheoryTest {
    private static final long SEED = 42;
    private static final double WIDEST_HALF_WIDTH_FRACTION = 0.08;

    @Test
    void narrowIntervalsHoldTheClosedFormsWithTheSameDigitsOnBothKernels() {
        List<TheoryCheck> checks = SelfTests.run(KernelKind.CALENDAR, SEED);

        assertThat(checks).hasSize(11).allMatch(TheoryCheck::inside);
        assertThat(checks).allSatisfy(check -> {
            double scale = check.expected() == 0 ? 1 : check.expected();
            assertThat(check.measured().halfWidth() / scale).isLessThan(WIDEST_HALF_WIDTH_FRACTION);
        });
        assertThat(SelfTests.run(KernelKind.SSJ, SEED)).isEqualTo(checks);
    }
}
