package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that go away, worked out by hand. A step takes 10 ms and 1 ms more for each token that it emits. */
class CancellationTest {

    /** Steps end at 12, 24, 36 ms. b is gone at 30 ms, its last token at 36 ms; from then on a is alone. */
    @ParameterizedTest
    @EnumSource
    void aSequenceLeavesAtTheEndOfTheStepUnderWay(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 16, 1000), mode);

        String lines = timetable.run("""
                a 0 10 5
                b 0 10 90 x30
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 58
                b admitted 0 first 12 cancelled 36
                """);
        assertThat(timetable.serving().generatedTokens(0)).isEqualTo(5 + 3);
        assertThat(timetable.serving().kvUsedFraction(0)).isZero();
    }

    /** b (98 tokens beside a's decode in each step) is gone in the second of its steps, and c takes its place. */
    @ParameterizedTest
    @EnumSource
    void aPromptLeavesInTheMiddleOfItsPrefill(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(99, 2, 16, 100), mode, """
                a 0 10 9
                b 1 500 5 x25
                c 2 10 1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 100
                b admitted 11 cancelled 33
                c admitted 33 first 45 finished 45
                """);
    }

    /** b needs more blocks than are free, and c waits behind it. When b goes, c can join at the next boundary, 44 ms. */
    @ParameterizedTest
    @EnumSource
    void whoWaitsLeavesAtOnceAndLetsTheNextGoAhead(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 10), mode, """
                a 0 10 9
                b 1 36 1 x40
                c 2 4 1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 100
                b cancelled 40
                c admitted 44 first 56 finished 56
                """);
    }

    /** As in ServingTimetableTest, b is preempted at 12 ms; it is gone while it waits. */
    @ParameterizedTest
    @EnumSource
    void whoWasPreemptedLeavesTheQueue(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 4, 5), mode);

        String lines = timetable.run("""
                a 0 8 5
                b 0 8 3 x20
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 56
                b admitted 0 first 12 cancelled 20
                """);
        assertThat(timetable.serving().generatedTokens(0)).isEqualTo(6);
    }

    /** Its last token is out when the step ends, but nobody is there to hear of it. */
    @ParameterizedTest
    @EnumSource
    void whoEndsWithTheStepHasLeftAllTheSame(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 16, 1000), mode, """
                a 0 10 1 x5
                b 20 10 2 x35
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 cancelled 11
                b admitted 20 first 31 cancelled 42
                """);
    }
}
