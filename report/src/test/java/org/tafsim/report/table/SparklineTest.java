package org.tafsim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void levelsGoFromZeroToTheMost() {
        double[] values = {0, 1, 2, 3, 4, 5, 6, 7, 8};

        assertThat(Sparkline.BLOCKS.of(values, 8, 20)).isEqualTo("▁▂▃▄▅▆▇██");
        assertThat(Sparkline.ASCII.of(values, 8, 20)).isEqualTo("_.:-=+*##");
    }

    @Test
    void moreValuesThanCharactersAreAveraged() {
        assertThat(Sparkline.ASCII.of(new double[] {0, 0, 8, 8, 0, 8}, 8, 3)).isEqualTo("_#=");
    }

    @Test
    void nothingAtAllIsFlatAndWhatIsNoNumberIsBlank() {
        assertThat(Sparkline.ASCII.of(new double[] {0, 0}, 0, 9)).isEqualTo("__");
        assertThat(Sparkline.ASCII.of(new double[] {1, Double.NaN, 1}, 1, 9)).isEqualTo("# #");
        assertThat(Sparkline.ASCII.of(new double[0], 1, 9)).isEmpty();
    }
}
