package org.tafsim.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContrastTest {

    private static final List<Double> BLACK = List.of(0.0, 0.0, 0.0);
    private static final List<Double> WHITE = List.of(255.0, 255.0, 255.0);

    @Test
    void itRunsFromOneToTwentyOne() {
        assertThat(Contrast.ratio(BLACK, List.of(WHITE))).isCloseTo(21, within(1e-9));
        assertThat(Contrast.ratio(WHITE, List.of(WHITE))).isCloseTo(1, within(1e-9));
        assertThat(Contrast.ratio(WHITE, List.of(BLACK))).isCloseTo(21, within(1e-9));
    }

    @Test
    void theLightestGrayThatPassesOnWhiteIs767676() {
        List<Double> passes = List.of(118.0, 118.0, 118.0);
        List<Double> fails = List.of(119.0, 119.0, 119.0);

        assertThat(Contrast.ratio(passes, List.of(WHITE))).isGreaterThan(Contrast.needed(16, 400));
        assertThat(Contrast.ratio(fails, List.of(WHITE))).isLessThan(Contrast.needed(16, 400));
        assertThat(Contrast.ratio(fails, List.of(WHITE))).isGreaterThan(Contrast.needed(24, 400));
    }

    @Test
    void whatIsHalfTransparentMixesWithWhatIsBelow() {
        List<Double> veil = List.of(0.0, 0.0, 0.0, 0.5);

        assertThat(Contrast.ratio(WHITE, List.of(WHITE, veil)))
                .isCloseTo(Contrast.ratio(WHITE, List.of(List.of(127.5, 127.5, 127.5))), within(1e-9));
    }
}
