package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that hand over before their end, worked out by hand. A step takes 10 ms and 1 ms more for each token that it emits. */
class HandOverTest {

    /** Steps end at 12, 24, 36, 48, 60 ms: the third token of a comes at 36, its last with that of b at 60. */
    @ParameterizedTest
    @EnumSource
    void aRequestIsHandedOverWithTheStepThatGivesThatToken(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 16, 1000), mode, """
                a 0 10 5 h3
                b 0 10 5
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 handed 36 finished 60
                b admitted 0 first 12 finished 60
                """);
    }

    @ParameterizedTest
    @EnumSource
    void theFirstTokenCanBeTheOne(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 16, 1000), mode, "a 0 10 3 h1\n");

        assertThat(lines).isEqualTo("a admitted 0 first 11 handed 11 finished 33\n");
    }

    /** Five blocks of 4: b is preempted at 12 ms and prefilled anew from 56 ms, when a is done. That step gives its second token. */
    @ParameterizedTest
    @EnumSource
    void whoWasPreemptedHandsOverOnce(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 5), mode, """
                a 0 8 5 h2
                b 0 8 4 h2
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 handed 23 finished 56
                b admitted 0 first 12 handed 67 finished 89
                """);
    }

    @ParameterizedTest
    @EnumSource
    void whoHasLeftIsNotHandedOver(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 16, 1000), mode, "a 0 10 9 h3 x30\n");

        assertThat(lines).isEqualTo("a admitted 0 first 11 cancelled 33\n");
    }

    @Test
    void theLastTokenCannotBeTheOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Timetable.run(ServingSpecs.ticking(100, 10, 16, 1000), StepMode.CLOSED_FORM, "a 0 10 3 h3\n"))
                .withMessage("Request 0: cannot hand over with token 3 of 3, of which there must be more.");
    }
}
