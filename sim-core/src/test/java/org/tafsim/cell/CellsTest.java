package org.tafsim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tafsim.model.NetworkSlice;

class CellsTest {
    private static final NetworkSlice EMBB = Slices.plain("embb", 1);

    @Test
    void aTransferAloneTakesWhatItNeeds() {
        CellBench bench = bench(EMBB).enter(0.5, 0, 0, 0, 0.25);

        assertThat(bench.run()).containsExactly(0.75);
    }

    @Test
    void twoShareAndTheOneThatIsLeftGoesOnAtFullSpeed() {
        CellBench bench = bench(EMBB).enter(0, 0, 0, 0, 1).enter(0.5, 1, 0, 0, 1);

        // 0.5 s alone, 1 s at half speed; then the other has half of its work left.
        assertThat(bench.run()).containsExactly(1.5, 2.0);
    }

    @Test
    void theSmallOneOvertakes() {
        CellBench bench = bench(EMBB).enter(0, 0, 0, 0, 10).enter(1, 1, 0, 0, 0.1);

        assertThat(bench.run().get(0)).isCloseTo(10.1, within(2e-9));
        assertThat(bench.run().get(1)).isCloseTo(1.2, within(2e-9));
    }

    @Test
    void cellsDoNotSlowEachOtherDown() {
        CellBench bench = bench(EMBB).enter(0, 0, 0, 0, 1).enter(0, 1, 1, 0, 1);

        assertThat(bench.run()).containsExactly(1.0, 1.0);
    }

    @Test
    void aHeavySliceIsFaster() {
        CellBench bench =
                bench(EMBB, Slices.plain("ai", 4)).enter(0, 0, 0, 0, 1).enter(0, 1, 0, 1, 1);

        // ai: 0.8 of the cell, for 1.25 s; embb: 0.25 by then, the rest alone.
        assertThat(bench.run()).containsExactly(2.0, 1.25);
    }

    @Test
    void theStrictStopTheOthers() {
        CellBench bench =
                bench(EMBB, Slices.strict("urllc", 1)).enter(0, 0, 0, 0, 1).enter(0.5, 1, 0, 1, 0.25);

        assertThat(bench.run()).containsExactly(1.25, 0.75);
    }

    @Test
    void whoFindsNoPlaceWaitsInLine() {
        CellBench bench = bench(Slices.withPlaces("ai", 1))
                .enter(0, 0, 0, 0, 1)
                .enter(0.1, 1, 0, 0, 0.5)
                .enter(0.2, 2, 0, 0, 0.1);

        assertThat(bench.run()).containsExactly(1.0, 1.5, 1.6);
    }

    @Test
    void aNumberIsUsedAgainOnceItsTransferIsOver() {
        CellBench bench = bench(EMBB).enter(0, 0, 0, 0, 0.5).enter(2, 0, 1, 0, 0.5);

        assertThat(bench.run()).containsExactly(2.5);
    }

    @Test
    void whatIsUsedOfACellIsWhatItsTransfersNeeded() {
        CellBench bench = bench(EMBB).enter(0, 0, 0, 0, 0.5).enter(0.1, 1, 0, 0, 0.25);
        bench.at(0.4, () -> assertThat(bench.cells.usedSeconds(0)).isCloseTo(0.4, within(1e-12)));
        bench.run();

        assertThat(bench.cells.usedSeconds(0)).isCloseTo(0.75, within(1e-9));
        assertThat(bench.cells.usedSeconds(1)).isZero();
        assertThat(bench.cells.underWay()).isZero();
    }

    private static CellBench bench(NetworkSlice... slices) {
        CellBench bench = new CellBench(slices);
        bench.cells.add(2, 1, 0);
        return bench;
    }
}
