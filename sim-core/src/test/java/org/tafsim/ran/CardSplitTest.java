package org.tafsim.ran;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.model.MigProfile;
import org.tafsim.model.RanInterference;
import org.tafsim.model.RanSharing;

/** Who has what when, by hand. */
class CardSplitTest {
    private static final RanSharing SLICES = new RanSharing.DynamicSlice(
            List.of(new RanSharing.Slice(0.25, 0.7), new RanSharing.Slice(0.5, 0.45), new RanSharing.Slice(1, 0)),
            30,
            10);

    @Test
    void aDedicatedCardIsForRanAlone() {
        CardSplit split = CardSplit.of(new RanSharing.Dedicated(), 0.3);

        split.want(0, 0.1);

        requireShares(split, 1, 0);
    }

    @Test
    void instancesKeepTheSharesOfTheirProfiles() {
        MigProfile four = new MigProfile("4g.48gb", 4, 4, List.of(0), 1, 64.0 / 132, 0.5);
        MigProfile three = new MigProfile("3g.48gb", 3, 4, List.of(0, 4), 2, 60.0 / 132, 0.5);
        CardSplit split = CardSplit.of(RanSharing.FixedSlice.of(four, three), 0.4);

        split.want(0, 0.9);

        requireShares(split, 64.0 / 132, 60.0 / 132);
        assertThatThrownBy(() -> CardSplit.of(RanSharing.FixedSlice.of(four, three), 0.5))
                .hasMessageContaining("a reservation of 0.5");
    }

    @Test
    void inTurnsRanHasWhatItAsksForAtOnceAndItsReservationAlways() {
        CardSplit split = CardSplit.of(new RanSharing.TimeSliced(RanInterference.IN_TURNS), 0.2);

        split.want(0, 0.35);
        requireShares(split, 0.35, 0.65);
        split.want(1, 0.05);
        requireShares(split, 0.2, 0.8);
    }

    @Test
    void sideBySideSharesAreWholeSteps() {
        CardSplit split = CardSplit.of(new RanSharing.Mps(10, RanInterference.SIDE_BY_SIDE), 0.25);

        split.want(0, 0.31);
        requireShares(split, 0.4, 0.6);
        split.want(1, 0);
        requireShares(split, 0.3, 0.7);
    }

    @Test
    void aiDrainsBeforeTheCardIsCutInItsFavour() {
        CardSplit split = CardSplit.of(SLICES, 0);

        split.want(100, 0.4);
        assertThat(split.isDraining()).isTrue();
        requireShares(split, 1, 0);
        split.advance(130);
        assertThat(split.isDraining()).isFalse();
        assertThat(split.nextChangeNanos()).isEqualTo(140);
        split.advance(140);
        requireShares(split, 0.5, 0.45);
    }

    @Test
    void ranTakesSlicesWithoutADrainAndHasThemOnceTheCardIsCut() {
        CardSplit split = CardSplit.of(SLICES, 0);
        split.want(0, 0.1);
        split.advance(100);
        requireShares(split, 0.25, 0.7);

        split.want(200, 0.45);
        requireShares(split, 0.25, 0);
        split.advance(209);
        requireShares(split, 0.25, 0);
        split.advance(210);
        requireShares(split, 0.5, 0.45);
    }

    @Test
    void aDrainIsCalledOffWhenRanNeedsItsSliceAfterAll() {
        CardSplit split = CardSplit.of(SLICES, 0);

        split.want(0, 0.4);
        split.want(20, 0.9);

        assertThat(split.isDraining()).isFalse();
        assertThat(split.nextChangeNanos()).isEqualTo(Long.MAX_VALUE);
        requireShares(split, 1, 0);
    }

    @Test
    void whatIsWantedWhileTheCardIsCutIsDoneAfterThat() {
        CardSplit split = CardSplit.of(SLICES, 0);
        split.want(0, 0.4);
        split.advance(35);

        split.want(36, 1);
        split.advance(40);
        requireShares(split, 0.5, 0);
        split.advance(50);
        requireShares(split, 1, 0);
    }

    @Test
    void slicesUnderTheReservationAreNeverChosen() {
        CardSplit split = CardSplit.of(SLICES, 0.3);

        split.want(0, 0.1);
        split.advance(1_000);

        requireShares(split, 0.5, 0.45);
    }

    @Test
    void cellsOfAPoolMoveTogetherAtNightAndTheirCardsAreAis() {
        CardSplit split = CardSplit.of(new RanSharing.Pooled(10, 0.8, 0.2, 5), 0.1);

        split.want(0, 0.2);
        requireShares(split, 1, 0);
        split.advance(5);
        // 0.2 · 10 / 0.8 = 2.5 cards, and 0.2 to spare
        requireShares(split, 0.3, 0.7);
    }

    @Test
    void aPoolTakesCardsFromAiAtOnceAndUsesThemOnceItsCellsAreThere() {
        CardSplit split = CardSplit.of(new RanSharing.Pooled(10, 0.8, 0.2, 5), 0.1);
        split.want(0, 0);
        split.advance(5);
        requireShares(split, 0.1, 0.9);

        split.want(10, 0.5);
        requireShares(split, 0.1, 0.3);
        split.advance(15);
        requireShares(split, 0.7, 0.3);
    }

    @Test
    void theLawsAreCheckedByNumber() {
        CardSplit split = CardSplit.of(RanSpecs.HALF, 0.5);

        ShareLaws.check(0, "hub", split, 0.5);
        assertThatThrownBy(() -> ShareLaws.check(7, "hub", split, 0.6))
                .isInstanceOf(InvariantViolation.class)
                .hasMessage("INV-R1 at 7 ns: RAN of hub has 0.5, reserved is 0.6.");
    }

    private static void requireShares(CardSplit split, double ran, double ai) {
        assertThat(split.ranShare()).isCloseTo(ran, within(1e-12));
        assertThat(split.aiShare()).isCloseTo(ai, within(1e-12));
    }
}
