package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RanSpecTest {
    private static final double SLOT = 0.5e-3;
    private static final RanLoad FLAT = new RanLoad.Diurnal(Collections.nCopies(24, 0.3), 0, new RanBurst.None());

    @Test
    void demandFillsASlotWithTheCellsThatItsMakerStates() {
        assertThat(4 * L1Demands.A100.downlinkSeconds(252 * 4)).isCloseTo(SLOT, within(1e-15));
        assertThat(8 * L1Demands.A100.downlinkSeconds(132 * 2)).isCloseTo(SLOT, within(1e-15));
        assertThat(8 * L1Demands.A100X.downlinkSeconds(252 * 4)).isCloseTo(SLOT, within(1e-15));
        assertThat(20 * L1Demands.GH200.downlinkSeconds(270 * 4)).isCloseTo(SLOT, within(1e-15));
    }

    @Test
    void slotsAreShorterAtHigherNumerologies() {
        assertThat(new Carrier(52, 0, 2, 1).slotNanos()).isEqualTo(1_000_000);
        assertThat(Carrier.MID_BAND_4T4R.slotNanos()).isEqualTo(500_000);
        assertThat(new Carrier(66, 3, 2, 2).slotNanos()).isEqualTo(125_000);
    }

    @Test
    void aBurstThatIsOffKeepsTheMean() {
        RanBurst.OnOff burst = new RanBurst.OnOff(2.5, 10, 30);

        double mean = burst.onShare() * burst.factor() + (1 - burst.onShare()) * burst.offFactor();
        assertThat(mean).isCloseTo(1, within(1e-12));
    }

    @Test
    void cellsOnOneCardKeepOnePace() {
        CellSpec first = cell("a", Carrier.MID_BAND_4T4R, 7);

        requireMessage(
                () -> site(List.of(first, cell("b", new Carrier(52, 0, 2, 1), 7)), 500_000, 0.1),
                "one slot length and one share of downlink, as a and b have not");
        requireMessage(
                () -> site(List.of(first, cell("b", Carrier.MID_BAND_4T4R, 8)), 500_000, 0.1), "as a and b have not");
        requireMessage(() -> site(List.of(first, first), 500_000, 0.1), "must have different ids");
        requireMessage(() -> site(List.of(), 500_000, 0.1), "RAN of site hub has no cell");
        requireMessage(
                () -> site(List.of(first), 400_000, 0.1), "deadline (400000 ns) must be at least a slot (500000 ns)");
        requireMessage(() -> site(List.of(first), 500_000, 1.5), "reservation (1.5) must lie in [0, 1]");
    }

    @Test
    void modesThatCannotBeAreRefused() {
        requireMessage(() -> new RanSharing.FixedSlice(0.7, 0.4), "RAN (0.7) and AI (0.4) together must not exceed 1");
        requireMessage(
                () -> new RanSharing.DynamicSlice(
                        List.of(new RanSharing.Slice(0.5, 0.5), new RanSharing.Slice(0.5, 0.4)), 0, 1),
                "by the share of RAN, rising");
        requireMessage(() -> new RanSharing.Pooled(1, 0.8, 0.2, 0), "cards (1) must lie between 2 and 10000");
        requireMessage(() -> new Carrier(300, 1, 4, 2), "resource blocks (300) must lie between 1 and 275");
    }

    private static void requireMessage(ThrowingCallable call, String part) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(part);
    }

    private static CellSpec cell(String id, Carrier carrier, int downlinkSlots) {
        return new CellSpec(id, List.of(carrier), downlinkSlots, FLAT);
    }

    private static RanSpec site(List<CellSpec> cells, long deadlineNanos, double reservation) {
        return new RanSpec(
                "hub", cells, L1Demands.GH200, deadlineNanos, new RanSharing.Dedicated(), reservation, 1_000_000_000L);
    }
}
