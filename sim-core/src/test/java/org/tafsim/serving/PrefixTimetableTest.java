package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tafsim.model.EngineRules;
import org.tafsim.model.ReplicaSpec;

/** Prefix caching, worked out by hand. A step takes 10 ms and 1 ms more for each token that it emits; 100 tokens a step. */
class PrefixTimetableTest {
    private static final ReplicaSpec ROOMY = ServingSpecs.ticking(100, 10, 16, 1000);

    /** 160 tokens are ten blocks. The tenth holds the last token, which is computed anew: 144 tokens are found. */
    @ParameterizedTest
    @EnumSource
    void aPromptThatWasThereBeforeIsPrefilledFromItsLastBlockOn(StepMode mode) {
        Timetable timetable = new Timetable(ROOMY, mode);

        String lines = timetable.run("""
                a 0 160 2 S:160
                b 100 160 2 S:160
                c 200 161 2 S:161
                d 300 160 2 T:160
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 21 finished 32
                b admitted 100 first 111 finished 122
                c admitted 200 first 211 finished 222
                d admitted 300 first 321 finished 332
                """);
        assertThat(timetable.serving().cachedPromptTokens(0)).isEqualTo(144 + 160);
        assertThat(timetable.serving().searchedPromptTokens(0)).isEqualTo(160 + 160 + 161 + 160);
        assertThat(timetable.serving().prefilledTokens(0)).isEqualTo(160 + 16 + 1 + 160);
    }

    /** The first turn leaves 48 + 15 tokens, the answer's last not among them: three full blocks. The second begins with them. */
    @ParameterizedTest
    @EnumSource
    void aTurnFindsWhatTheLastOneAnswered(StepMode mode) {
        Timetable timetable = new Timetable(ROOMY, mode);

        timetable.run("""
                first 0 40 32 system:16,session:24+
                second 900 100 2 system:16,session:84+
                other 1800 100 2 system:16,session2:84+
                """);

        assertThat(timetable.serving().cachedPromptTokens(0)).isEqualTo(71 / 16 * 16 + 16);
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatNobodyGoesOnWithIsFoundByNobody(StepMode mode) {
        Timetable timetable = new Timetable(ROOMY, mode);

        timetable.run("""
                first 0 40 32 session:40
                second 900 100 2 session:100
                """);

        assertThat(timetable.serving().cachedPromptTokens(0)).isEqualTo(32);
    }

    /** b shares five blocks of the prompt that a is computing in that very step, and computes but 16 tokens, 4 of them at once. */
    @ParameterizedTest
    @EnumSource
    void promptsOfOneStepShareTheirBegin(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 16, 8), mode);

        String lines = timetable.run("""
                a 0 96 2 S:96
                b 0 96 2 S:96
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 23
                b admitted 0 first 23 finished 34
                """);
        assertThat(timetable.serving().cachedPromptTokens(0)).isEqualTo(80);
    }

    /**
     * Ten blocks of 4. After a (16 tokens, 4 blocks) and b (16) the free blocks are, in turn: 2 never used, a's from its last
     * to its first, b's likewise. c takes 5: those two and three of a's. So a's first is there still, and all of b's.
     */
    @ParameterizedTest
    @EnumSource
    void theEndOfWhatWasUsedLongestAgoGoesFirst(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 4, 10), mode);

        timetable.run("""
                a 0 16 1 A:16
                b 100 16 1 B:16
                c 200 20 1
                a2 300 16 1 A:16
                """);
        assertThat(timetable.serving().cachedPromptTokens(0)).isEqualTo(4);

        Timetable other = new Timetable(ServingSpecs.ticking(100, 10, 4, 10), mode);
        other.run("""
                a 0 16 1 A:16
                b 100 16 1 B:16
                c 200 20 1
                b2 300 16 1 B:16
                """);
        assertThat(other.serving().cachedPromptTokens(0)).isEqualTo(12);
    }

    /** Seven blocks of 4: b needs seven, which are only there because it shares three of a's, still in use. */
    @ParameterizedTest
    @EnumSource
    void aSharedBlockTakesNoRoom(StepMode mode) {
        String lines = Timetable.run(ServingSpecs.ticking(100, 10, 4, 9), mode, """
                a 0 13 8 S:13
                b 20 26 1 S:13,T:13
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 11 finished 89
                b admitted 22 first 34 finished 34
                """);
    }

    /**
     * Five blocks of 4, as in ServingTimetableTest: b goes back with 8 tokens of context. a's growth takes the block that was
     * never used, so both of b's are there still, and it computes but the ninth token.
     */
    @ParameterizedTest
    @EnumSource
    void whoWasPreemptedFindsWhatIsLeftOfItsOwn(StepMode mode) {
        Timetable timetable = new Timetable(ServingSpecs.ticking(100, 10, 4, 5), mode);

        String lines = timetable.run("""
                a 0 8 5 A:8
                b 0 8 3 B:8
                """);

        assertThat(lines).isEqualTo("""
                a admitted 0 first 12 finished 56
                b admitted 0 first 12 finished 78
                """);
        assertThat(timetable.serving().preemptions(0)).isEqualTo(1);
        assertThat(timetable.serving().prefilledTokens(0)).isEqualTo(8 + 8 + 1);
        assertThat(timetable.serving().cachedPromptTokens(0)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsFoundWhereTheEngineDoesNotCache(StepMode mode) {
        ReplicaSpec forgetful = ServingSpecs.with(ROOMY, new EngineRules(false, OptionalInt.empty(), Optional.empty()));
        Timetable timetable = new Timetable(forgetful, mode);

        timetable.run("""
                a 0 160 2 S:160
                b 100 160 2 S:160
                """);

        assertThat(timetable.serving().searchedPromptTokens(0)).isZero();
        assertThat(timetable.serving().prefilledTokens(0)).isEqualTo(320);
    }
}
