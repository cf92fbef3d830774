package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.Scenario;
import org.tafsim.testing.SeedSource;

/** A resolved scenario reads back as the scenario it was written from. */
class RoundTripTest {

    @Test
    void theScenarioWithEveryKeyReadsBackTheSame() {
        assertReadsBack(Readers.everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello.yaml", "edge-vs-cloud.yaml", "ran-coexistence.yaml"})
    void shippedScenariosReadBackTheSame(String file) {
        assertReadsBack(Readers.reader().read(Readers.shipped(file), List.of()));
    }

    private static void assertReadsBack(Scenario scenario) {
        String resolved = ResolvedScenarioWriter.yaml(scenario);

        Scenario again = Readers.read(resolved);

        assertThat(again).isEqualTo(scenario);
        assertThat(ResolvedScenarioWriter.yaml(again)).isEqualTo(resolved);
    }

    @Test
    void nothingIsLeftToTheCatalog() {
        String resolved = ResolvedScenarioWriter.yaml(Readers.everything());

        assertThat(resolved)
                .contains("bf16: 121000000000000 FLOP/s")
                .contains("seat: NO")
                .doesNotContain("template", "per:", "where:", "preset", "eu-core");
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "100, 100",
        "1e-6, 0.000001",
        "3.35e12, 3350000000000",
        "0, 0",
        "-0.1167, -0.1167",
        "1e-30, 1E-30"
    })
    void numbersAreShortAndPlain(double value, String text) {
        assertThat(YamlText.number(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @SeedSource(count = 500)
    void everyNumberReadsBackToTheLastBit(long seed) {
        double value = Double.longBitsToDouble(new SplittableRandom(seed).nextLong());
        double finite = Double.isFinite(value) ? value : seed;

        assertThat(Double.parseDouble(YamlText.number(finite))).isEqualTo(finite);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "12",
                "a: b",
                "say \"hi\"",
                "back\\slash",
                "line\nbreak",
                "tab\t",
                "Łódź",
                "🛰",
                "true",
                "{x",
                "#",
                "-"
            })
    void wordsReadBackWhateverIsInThem(String word) {
        String text = Readers.valid().replace("name: small", "name: " + YamlText.word(word));

        assertThat(Readers.read(text).name()).isEqualTo(word);
    }
}
