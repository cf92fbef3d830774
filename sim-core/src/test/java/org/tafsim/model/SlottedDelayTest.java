package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.model.TddFrame.Special;

class SlottedDelayTest {
    private static final RadioDirection DIRECTION = new RadioDirection(1, 1, 0.1, 0.02);

    /** Shares of TS 38.521-4's patterns, as the reference has them. */
    @ParameterizedTest
    @CsvSource({
        "DDDSU, 10, 2, 2, 0.743, 0.229",
        "DDDSUDDSUU, 10, 2, 2, 0.643, 0.329",
        "DDDDDDDSUU, 6, 4, 4, 0.743, 0.229"
    })
    void sharesCountTheSymbolsOfSpecialSlots(
            String pattern, int down, int guard, int up, double downlink, double uplink) {
        TddFrame frame = new TddFrame(1, pattern, new Special(down, guard, up));

        assertThat(frame.downlinkShare()).isCloseTo(downlink, within(5e-4));
        assertThat(frame.uplinkShare()).isCloseTo(uplink, within(5e-4));
        assertThat(frame.slotNanos()).isEqualTo(500_000);
    }

    @ParameterizedTest
    @CsvSource({
        "DDD, 10, needs a slot U",
        "UU, 10, needs a slot D",
        "SU, 0, needs a slot D",
        "DXU, 10, must be 1 to 160 of the letters",
        "'', 10, must be 1 to 160 of the letters"
    })
    void aPatternThatCannotSendBothWaysIsRefused(String pattern, int down, String why) {
        Special special = new Special(down, 14 - down, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TddFrame(1, pattern, special))
                .withMessageContaining(why);
    }

    @Test
    void symbolsOfASpecialSlotAreFourteen() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Special(10, 2, 3))
                .withMessageContaining("10 down, 2 guard, 3 up")
                .withMessageContaining("14 together");
    }

    @Test
    void requestsGoByWholeSlots() {
        UplinkGrant grant = new UplinkGrant.OnRequest(2_400_000, 0);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> radio(grant, List.of()))
                .withMessageContaining("2400000 ns")
                .withMessageContaining("500000 ns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UplinkGrant.OnRequest(5_000_000, 5_000_000))
                .withMessageContaining("less than their period");
    }

    @Test
    void noMoreThanAllUsersWakeUp() {
        List<WakeUp> many = List.of(new WakeUp(0.7, 0, 80), new WakeUp(0.4, 10, 50));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> radio(new UplinkGrant.Configured(), many))
                .withMessageContaining("share of users who must wake up");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WakeUp(0.1, 50, 10))
                .withMessageContaining("50.0 ms");
    }

    @Test
    void transmissionsCannotAllFail() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RadioDirection(1, 1, 1, 0.1))
                .withMessageContaining("first transmissions (1.0)");
    }

    private static SlottedDelay radio(UplinkGrant grant, List<WakeUp> wakeUps) {
        return new SlottedDelay(new TddFrame(1, "DDDSU", Special.USUAL), grant, DIRECTION, DIRECTION, 3, 2, wakeUps);
    }
}
