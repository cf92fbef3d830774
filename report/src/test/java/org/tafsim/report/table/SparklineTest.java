package org.tafsim.report.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void levelsGoFromZeroToTheMost() {
        List<Double> values = List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0);

        assertThat(Sparkline.BLOCKS.of(values, 8, 20)).isEqualTo("▁▂▃▄▅▆▇██");
        assertThat(Sparkline.ASCII.of(values, 8, 20)).isEqualTo("_.:-=+*##");
    }

    @Test
    void moreValuesThanCharactersAreAveraged() {
        assertThat(Sparkline.ASCII.of(List.of(0.0, 0.0, 8.0, 8.0, 0.0, 8.0), 8, 3))
                .isEqualTo("_#=");
    }

    @Test
    void nothingAtAllIsFlatAndWhatIsNoNumberIsBlank() {
        assertThat(Sparkline.ASCII.of(List.of(0.0, 0.0), 0, 9)).isEqualTo("__");
        assertThat(Sparkline.ASCII.of(List.of(1.0, Double.NaN, 1.0), 1, 9)).isEqualTo("# #");
        assertThat(Sparkline.ASCII.of(List.of(), 1, 9)).isEmpty();
    }
}
