package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunIdTest {

    @Test
    void sameScenarioAndVersionGiveTheSameId() {
        // printf 'name: tiny\n\0000.1.0' | sha256sum
        assertThat(RunId.of("tiny", "name: tiny\n", "0.1.0").value()).isEqualTo("tiny-15ac4325914e");
        assertThat(RunId.of("tiny", "name: tiny\n", "0.1.0").sha256()).hasSize(64);
    }

    @Test
    void scenarioAndVersionEachChangeTheId() {
        String id = RunId.of("tiny", "seed: 1", "0.1.0").value();

        assertThat(RunId.of("tiny", "seed: 2", "0.1.0").value()).isNotEqualTo(id);
        assertThat(RunId.of("tiny", "seed: 1", "0.1.1").value()).isNotEqualTo(id);
        assertThat(RunId.of("tiny", "seed: 10", ".1.0").value()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "edge vs cloud, edge-vs-cloud",
        "../../etc/passwd, etc-passwd",
        "<script>alert(1)</script>, script-alert-1-script-",
        ".hidden, hidden",
        "日本, run"
    })
    void namesBecomeFolderNames(String name, String folder) {
        assertThat(RunId.of(name, "x", "1").value()).matches("\\Q" + folder + "\\E-[0-9a-f]{12}");
    }

    @Test
    void longNamesAreCut() {
        assertThat(RunId.of("x".repeat(500), "x", "1").value()).hasSize(60 + 1 + 12);
    }
}
