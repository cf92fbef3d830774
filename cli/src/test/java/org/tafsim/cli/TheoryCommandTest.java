package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TheoryCommandTest {

    @Test
    void coverageTellsHowOftenEachProcedureWasRight() {
        Said said = Said.by("theory", "--coverage", "--experiments", "2");

        assertThat(said.outLines()).hasSize(7);
        assertThat(said.outLines().get(0)).startsWith("procedure").contains("promised", "right", "verdict");
        assertThat(said.outLines().get(1)).startsWith("replication/deletion").contains("0.950", "kept");
    }

    @Test
    void coverageComesAsJsonToo() {
        Said said = Said.by("theory", "--coverage", "--experiments", "1", "--json");

        assertThat(said.out()).contains("\"procedure\" : \"KN, common random numbers\"", "\"promised\" : 0.950");
    }

    @Test
    void coverageNeedsAnExperiment() {
        Said said = Said.by("theory", "--coverage", "--experiments", "0");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("--experiments (0) must be at least 1.");
    }
}
