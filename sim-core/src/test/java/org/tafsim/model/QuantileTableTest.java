package org.tafsim.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileTableTest {

    @Test
    void theMeanIsThatOfTheLinesBetweenThePoints() {
        QuantileTable table = new QuantileTable(List.of(0.0, 0.5, 0.75, 1.0), List.of(2.0, 4.0, 4.0, 12.0));

        assertThat(table.mean()).isEqualTo(0.5 * 3 + 0.25 * 4 + 0.25 * 8);
    }
}
