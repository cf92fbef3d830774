package org.tafsim.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.NetworkSlice;

class DivisionTest {

    @Test
    void oneSliceHasAllThatItMayHave() {
        assertThat(shares(List.of(Slices.between("a", 0, 0.6)), 1, 0, 3)).containsExactly(0.6);
    }

    @Test
    void transfersWeighByTheirSlice() {
        double[] shares = shares(List.of(Slices.plain("embb", 1), Slices.plain("ai", 4)), 1, 0, 4, 1);

        assertThat(shares).containsExactly(0.5, 0.5);
    }

    @Test
    void aGuaranteeIsKeptAgainstAnyNumberOfOthers() {
        double[] shares = shares(List.of(Slices.plain("embb", 1), Slices.between("ai", 0.2, 1)), 1, 0, 99, 1);

        assertThat(shares).containsExactly(0.8, 0.2);
    }

    @Test
    void aGuaranteeIsAFloorAndNoAddition() {
        double[] shares = shares(List.of(Slices.plain("embb", 1), Slices.between("ai", 0.2, 1)), 1, 0, 1, 1);

        assertThat(shares).containsExactly(0.5, 0.5);
    }

    @Test
    void whatASliceMayNotUseOthersGet() {
        double[] shares = shares(List.of(Slices.plain("embb", 1), Slices.between("ai", 0, 0.3)), 1, 0, 1, 9);

        assertThat(shares).containsExactly(0.7, 0.3);
    }

    @Test
    void theStrictComeFirstShortOfOthersGuarantees() {
        double[] shares = shares(List.of(Slices.between("embb", 0.25, 1), Slices.strict("urllc", 1)), 1, 0, 5, 1);

        assertThat(shares).containsExactly(0.25, 0.75);
    }

    @Test
    void aUserWhoCannotFillTheCellLeavesTheRest() {
        double[] shares = shares(List.of(Slices.plain("embb", 1), Slices.plain("ai", 4)), 0.3, 0, 1, 1);

        assertThat(shares).containsExactly(0.3, 0.3);
    }

    @Test
    void theBackgroundComesFirstButGivesWayToGuarantees() {
        assertThat(shares(List.of(Slices.plain("embb", 1)), 1, 0.4, 2)[0]).isCloseTo(0.6, within(1e-15));
        assertThat(shares(List.of(Slices.between("ai", 0.5, 1)), 1, 0.9, 2)[0]).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void nobodyGetsAnythingInAnIdleCell() {
        assertThat(shares(List.of(Slices.plain("embb", 1), Slices.strict("urllc", 1)), 1, 0.4, 0, 0))
                .containsExactly(0, 0);
    }

    private static double[] shares(List<NetworkSlice> slices, double userShare, double background, int... transfers) {
        double[] shares = new double[slices.size()];
        new Division(slices, userShare, background).divide(transfers, shares);
        return shares;
    }
}
