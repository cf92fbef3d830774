package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.LifeSpec;
import org.tafsim.model.OnDemandSpec;
import org.tafsim.model.Scenario;

class LifeSectionTest {

    @Test
    void decodersShareTheCardsThatNobodyHasForItself() {
        Scenario scenario = with(
                "[{model: llama-3.1-8b, precision: fp8}, {model: qwen2.5-7b}, {model: bge-m3}]",
                "onDemand: {}",
                "life: {registry: core}");

        assertThat(scenario.life().orElseThrow().onDemand())
                .containsExactly(new OnDemandSpec(
                        "edge",
                        List.of("llama-3.1-8b", "qwen2.5-7b"),
                        List.of(),
                        Map.of("L4", 1),
                        OnDemandSpec.USUAL_KEEP_ALIVE_NANOS,
                        0,
                        false));
    }

    @Test
    void whatIsNotStatedIsUsual() {
        LifeSpec life = with("[{model: llama-3.1-8b, precision: fp8}]", "onDemand: {}", "life: {registry: core}")
                .life()
                .orElseThrow();

        assertThat(life.registrySiteId()).isEqualTo("core");
        assertThat(life.imageBytes()).isEqualTo(LifeSpec.USUAL_IMAGE_BYTES);
        assertThat(life.startNanos()).isEqualTo(LifeSpec.USUAL_START_NANOS);
        assertThat(life.warmupNanos()).isEqualTo(LifeSpec.USUAL_WARMUP_NANOS);
        assertThat(life.storageBytesPerSecond()).isEqualTo(LifeSpec.USUAL_STORAGE_BYTES_PER_SECOND);
        assertThat(life.diskBytes()).isEqualTo(LifeSpec.USUAL_DISK_BYTES);
        assertThat(life.keepsOnDisk()).isTrue();
    }

    @Test
    void aScenarioWithoutModelsOnDemandHasNoLife() {
        assertThat(Readers.read(Readers.valid()).life()).isEmpty();
        assertThat(ResolvedScenarioWriter.yaml(Readers.read(Readers.valid()))).doesNotContain("life:", "onDemand");
    }

    @Test
    void theShippedExampleReadsBackTheSame() {
        Scenario scenario = Readers.reader().read(Readers.shipped("model-life.yaml"), List.of());

        assertThat(Readers.read(ResolvedScenarioWriter.yaml(scenario))).isEqualTo(scenario);
    }

    private static Scenario with(String serve, String onDemand, String life) {
        return Readers.read(Readers.valid()
                .replace("serve: [{model: llama-3.1-8b, replicas: 2}]", "serve: %s\n    %s".formatted(serve, onDemand))
                .replace("populations:", life + "\npopulations:"));
    }
}
