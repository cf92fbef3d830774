package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose the time is, worked out by hand. A step takes 10 ms and 1 ms more for each token that it emits. */
class BusySharesTest {
    private static final double UNITS_PER_MILLI = 1e6 * ServingSystem.BUSY_UNITS;

    /**
     * Both prompts, 30 and 10 tokens, go through in one step of 12 ms: 9 and 3 ms. They decode together for two steps of 12 ms, 12 ms
     * each; then a alone for two steps of 11 ms.
     */
    @ParameterizedTest
    @EnumSource
    void promptsShareByTheirTokensAndDecodesAlike(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 16, 1000), mode);
        timetable.serving().accountBy(request -> request);

        String lines = timetable.run("""
                a 0 30 5
                b 0 10 3
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 58
                b admitted 0 first 12 finished 36
                """);
        assertShares(timetable, new double[] {12 + 22, 12}, new double[] {9, 3});
    }

    /** b comes at 5 ms, joins at 11 ms: its prompt of 9 tokens shares 12 ms with a's one token. Then both decode, for one step. */
    @ParameterizedTest
    @EnumSource
    void aDecodeBesideAPromptIsOneOfItsTokens(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 16, 1000), mode);
        timetable.serving().accountBy(request -> request);

        timetable.run("""
                a 0 10 3
                b 5 9 2
                """);

        assertShares(timetable, new double[] {6, 6}, new double[] {11 + 1.2, 10.8});
    }

    private static void assertShares(Timetable timetable, double[] plainMillis, double[] promptingMillis) {
        long[] plain = new long[2];
        long[] prompting = new long[2];
        timetable.serving().addBusyUnits(0, plain, prompting);
        for (int request = 0; request < 2; request++) {
            assertThat(plain[request] / UNITS_PER_MILLI).isCloseTo(plainMillis[request], offset());
            assertThat(prompting[request] / UNITS_PER_MILLI).isCloseTo(promptingMillis[request], offset());
        }
        timetable.serving().audit();
    }

    /** Steps of the ticking replica last a few ticks more than whole milliseconds. */
    private static org.assertj.core.data.Offset<Double> offset() {
        return org.assertj.core.api.Assertions.within(1e-5);
    }
}
