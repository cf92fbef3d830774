package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelismTest {

    @Test
    void stagesMultiplyTheAcceleratorsThatShareALayer() {
        assertThat(new Parallelism(4, 3, false).accelerators()).isEqualTo(12);
        assertThat(new Parallelism(4, 3, true).label())
                .isEqualTo("tensor parallel 4, pipeline parallel 3, expert parallel");
        assertThat(Parallelism.NONE.label()).isEqualTo("tensor parallel 1");
    }

    @Test
    void sequencesSpreadEvenlyOverTheBatchesUnderWay() {
        Parallelism four = new Parallelism(1, 4, false);

        assertThat(IntStream.of(0, 1, 4, 5, 8, 9).map(four::microBatch)).containsExactly(0, 1, 1, 2, 2, 3);
        assertThat(Parallelism.tensor(8).microBatch(9)).isEqualTo(9);
    }

    @Test
    void expertsAreSpreadOverSeveralAccelerators() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallelism(1, 2, true))
                .withMessageContaining("Maybe raise the tensor parallel degree");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Parallelism(0, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Parallelism(1, 0, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallelism(1 << 16, 1 << 16, false))
                .withMessageContaining("must not be more than 1048576");
    }

    @Test
    void aModelMustHaveAsManyLayersAsStagesAndExpertsToSpread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallelism(1, 3, false).requireFor(model(2, 1), "Replica r"))
                .withMessage("Replica r: a pipeline of 3 stages must not have more of them than tiny has layers (2).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallelism(2, 1, true).requireFor(model(2, 1), "Replica r"))
                .withMessageStartingWith("Replica r: tiny has no experts to spread.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parallelism(9, 1, true).requireFor(model(2, 8), "Replica r"))
                .withMessage("Replica r: 9 accelerators must not be more than the experts of tiny (8).");
    }

    private static ModelProfile model(int layers, int experts) {
        return new ModelProfile("tiny", "US", layers, 1, 1, 1, 1, 1, 3, experts, 1, 1, 1_000, 1_000, "test");
    }
}
