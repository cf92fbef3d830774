package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tafsim.model.App;
import org.tafsim.model.Population;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;

class ShippedScenariosTest {

    @Test
    void helloIsATwoSiteScenario() {
        Scenario hello = Readers.reader().read(Readers.shipped("hello.yaml"), List.of());

        assertThat(hello.name()).isEqualTo("hello");
        assertThat(hello.replicas())
                .extracting(ServedReplica::id)
                .containsExactly("edge/llama-3.1-8b/1", "edge/llama-3.1-8b/2", "cloud/llama-3.1-8b/1");
        assertThat(hello.decoders().get(0).constants().id()).isEqualTo("vllm/L40S");
        assertThat(hello.populations().get(0).upfId()).isEqualTo("upf-munich");
        assertThat(hello.run().durationNanos()).isEqualTo(300_000_000_000L);
    }

    @Test
    void edgeVersusCloudSpansEuropeAndAllTiers() {
        Scenario scenario = Readers.reader().read(Readers.shipped("edge-vs-cloud.yaml"), List.of());

        assertThat(scenario.populations().stream().map(Population::city).distinct())
                .hasSizeGreaterThanOrEqualTo(30);
        assertThat(scenario.populations().stream().map(Population::countryCode).distinct())
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(scenario.sites().stream().map(Site::tier).distinct()).containsExactlyInAnyOrder(Tier.values());
        assertThat(scenario.apps().stream().map(App::dataClass).distinct()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(scenario.sovereignty().rules()).hasSize(10);
        assertThat(scenario.operators())
                .filteredOn(operator -> operator.controlledFrom().contains("US"))
                .hasSize(1);
    }

    @Test
    void traceReplayLastsAsLongAsItsTrace() {
        Scenario scenario = Readers.reader().read(Readers.shipped("trace-replay.yaml"), List.of());

        assertThat(scenario.run().horizonNanos()).isEqualTo(267_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello.yaml", "edge-vs-cloud.yaml", "trace-replay.yaml"})
    void editorsFindTheSchemaOnTheFirstLine(String file) throws IOException {
        assertThat(Files.readAllLines(Readers.shipped(file)).get(0))
                .isEqualTo("# yaml-language-server: $schema=schema/scenario-v1.schema.json");
    }

    @Test
    void theJarCarriesThemAll() {
        assertThat(EmbeddedScenarios.names()).containsExactly("hello", "edge-vs-cloud", "trace-replay");
        assertThat(EmbeddedScenarios.names())
                .allSatisfy(name -> assertThat(EmbeddedScenarios.text(name)).contains("kind: Scenario"));
    }

    @Test
    void theExampleOfTheReadmeIsAScenario() throws IOException {
        String readme = Files.readString(Readers.shipped("README.md"));
        int start = readme.indexOf("```yaml\n") + "```yaml\n".length();

        Scenario scenario = Readers.read(readme.substring(start, readme.indexOf("```", start)));

        assertThat(scenario.sites()).hasSize(1);
    }

    @Test
    void theStarterIsAScenario() {
        assertThat(Readers.read(StarterScenario.text()).policies()).isNotEmpty();
    }
}
