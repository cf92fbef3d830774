package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.model.EngineRules;
import org.tafsim.model.ReplicaSpec;

/** Timetables worked out by hand. A step takes 10 ms, and 1 ms more for each token that it emits. */
class ServingTimetableTest {
    private static final ReplicaSpec ROOMY = ServingSpecs.ticking(100, 10, 16, 1000);

    @ParameterizedTest
    @EnumSource
    void aLoneRequestTakesOneStepForItsPromptAndOneForEachFurtherToken(StepMode mode) {
        String lines = Timetable.run(ROOMY, mode, """
                a 5 40 4
                """);

        assertThat(lines).isEqualTo("""
                a admitted 5 first 16 finished 49
                """);
    }

    @ParameterizedTest
    @EnumSource
    void anOutputOfOneTokenFinishesWithThePrefill(StepMode mode) {
        String lines = Timetable.run(ROOMY, mode, """
                a 0 40 1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 11
                """);
    }

    /** a decodes by itself until 33 ms; b joins there, 12 ms a step for both; from 57 ms b is alone. */
    @ParameterizedTest
    @EnumSource
    void aRequestThatComesDuringADecodeJoinsAtTheNextStep(StepMode mode) {
        String lines = Timetable.run(ROOMY, mode, """
                a 0 40 5
                b 25 40 3
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 57
                b admitted 33 first 45 finished 68
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aRequestThatComesJustAfterABoundaryWaitsForTheNext(StepMode mode) {
        String lines = Timetable.run(ROOMY, mode, """
                a 0 40 5
                b 34 40 3
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 56
                b admitted 44 first 56 finished 78
                """);
    }

    /** 100 tokens: all of a and b, 20 of c; the rest of c goes next to the decodes of a and b. */
    @ParameterizedTest
    @EnumSource
    void requestsOfTheSameInstantShareTheStep(StepMode mode) {
        String lines = Timetable.run(ROOMY, mode, """
                a 0 40 2
                b 0 40 2
                c 0 40 2
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 25
                b admitted 0 first 12 finished 25
                c admitted 0 first 25 finished 36
                """);
    }

    /** 100 tokens a step: 99, 99 and 2 of b next to a's decode; only the last of the three steps emits b's token. */
    @ParameterizedTest
    @EnumSource
    void aLongPromptIsPrefilledInChunksNextToTheDecodes(StepMode mode) {
        String lines = Timetable.run(ROOMY, mode, """
                a 0 100 9
                b 3 200 2
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 101
                b admitted 11 first 45 finished 57
                """);
    }

    @ParameterizedTest
    @EnumSource
    void requestsBeyondTheMostSequencesWaitInTheOrderOfArrival(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 2, 16, 1000), mode, """
                a 0 10 3
                b 0 10 6
                c 1 10 2
                d 2 10 1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 36
                b admitted 0 first 12 finished 72
                c admitted 36 first 48 finished 60
                d admitted 60 first 72 finished 72
                """);
    }

    /** Eight blocks of 4: a and b hold 3 each and grow to 4 each; c needs 2, which are free only when a has gone. */
    @ParameterizedTest
    @EnumSource
    void aPromptWaitsUntilAllOfItsBlocksAreFree(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 8), mode, """
                a 0 12 3
                b 0 12 4
                c 5 8 2
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 36
                b admitted 0 first 12 finished 48
                c admitted 36 first 48 finished 59
                """);
    }

    /**
     * Five blocks of 4. a (8 tokens) and b (8) hold two each. The first decode of both needs two more blocks, one is free: b
     * goes back, having emitted one token. a alone emits its other four by 56 ms; b then computes 9 tokens anew,
     * which emits its second, and decodes its third.
     */
    @ParameterizedTest
    @EnumSource
    void theYoungestGivesItsBlocksUpAndIsComputedAnew(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 4, 5), mode);

        String lines = timetable.run("""
                a 0 8 5
                b 0 8 3
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 56
                b admitted 0 first 12 finished 78
                """);
        assertThat(timetable.serving().preemptions(0)).isEqualTo(1);
        assertThat(timetable.serving().prefilledTokens(0)).isEqualTo(8 + 8 + 9);
        assertThat(timetable.serving().generatedTokens(0)).isEqualTo(8);
        assertThat(timetable.serving().iterations(0)).isEqualTo(7);
        assertThat(timetable.serving().busyNanos(0)).isBetween(78_000_000L, 78_000_010L);
        assertThat(timetable.serving().prefillNanos(0))
                .isBetween(23_000_000L, 23_000_010L); // 12 ms of both, 11 ms anew
    }

    /** c comes while b, preempted, waits: b is first, and takes its blocks back first. */
    @ParameterizedTest
    @EnumSource
    void aPreemptedRequestGoesBeforeThoseThatWait(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 5), mode, """
                a 0 8 5
                b 0 8 4
                c 20 16 1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 56
                b admitted 0 first 12 finished 89
                c admitted 89 first 100 finished 100
                """);
    }

    @ParameterizedTest
    @EnumSource
    void whatCanNeverFitIsRefusedAndTheRestGoesOn(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 8), mode, """
                poolful 0 30 2
                beyond 1 30 3
                long 2 999 2
                """);

        assertThat(lines).isEqualTo("""
                poolful admitted 0 first 11 finished 22
                beyond can never fit
                long can never fit
                """);
    }

    @ParameterizedTest
    @EnumSource
    void aReplicaMayHaveAShorterContextThanItsModel(StepMode mode) {
        ReplicaSpec replica = ServingSpecs.with(
                ServingSpecs.ticking(100, 10, 4, 100), new EngineRules(true, OptionalInt.of(40), Optional.empty()));

        String lines = Timetable.run(replica, mode, """
                longest 0 38 2
                beyond 1 38 3
                """);

        assertThat(lines).isEqualTo("""
                longest admitted 0 first 11 finished 22
                beyond can never fit
                """);
    }

    /** One sequence at a time: c overtakes b, which came before it, but not a, which runs. */
    @ParameterizedTest
    @EnumSource
    void theLowestPriorityNumberIsAdmittedFirst(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 1, 16, 1000), mode, """
                a 0 10 3 p2
                b 1 10 2 p1
                c 2 10 2
                d 3 10 1 p1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 33
                b admitted 55 first 66 finished 77
                c admitted 33 first 44 finished 55
                d admitted 77 first 88 finished 88
                """);
    }

    /**
     * Five blocks of 4. a and b hold two each, and the first decode of both needs two more: a gives up its blocks, for all that
     * it came first. b alone emits its other four by 56 ms; a then computes 9 tokens anew.
     */
    @ParameterizedTest
    @EnumSource
    void theHighestPriorityNumberIsPreemptedFirst(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 5), mode, """
                a 0 8 3 p1
                b 0 8 5
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 78
                b admitted 0 first 12 finished 56
                """);
    }

    /**
     * Nine blocks of 4. a (1 block, then 2) and b (6, then 7) have filled them all at 60 ms and need two more: b goes, of whose
     * blocks the step takes one. c (5 blocks) is before b now, and has the room; it is admitted in the step after, at 71 ms.
     */
    @ParameterizedTest
    @EnumSource
    void aStepThatPreemptsAdmitsNobodyAndTheNextOneDoes(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 9), mode, """
                a 0 4 9
                b 0 24 9 p2
                c 1 20 1 p1
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 105
                b admitted 0 first 12 finished 149
                c admitted 71 first 83 finished 83
                """);
    }
}
