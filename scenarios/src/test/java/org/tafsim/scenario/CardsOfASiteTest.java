package org.tafsim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.EnergySpec;
import org.tafsim.model.Parallelism;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;

/** The edge site of the small scenario, with cards that are cut, shared and capped. */
class CardsOfASiteTest {

    @Test
    void modelsAreServedOnTheInstancesOfACutCard() {
        Scenario scenario = Readers.read(with(
                "{A30: {count: 2, mig: [2g.12gb, 1g.6gb, 1g.6gb]}}",
                "{model: llama-3.1-8b, accelerator: A30/2g.12gb, precision: int4, replicas: 2}"));

        assertThat(scenario.decoders()).hasSize(2).allSatisfy(replica -> {
            assertThat(replica.accelerator().id()).isEqualTo("A30/2g.12gb");
            assertThat(replica.accelerator().bf16FlopsPerSecond()).isEqualTo(82.5e12);
            assertThat(replica.accelerator().memoryBytesPerSecond()).isEqualTo(466.5e9);
            assertThat(replica.constants().id()).isEqualTo("vllm/*"); // as for the whole card
        });
    }

    @Test
    void cardsMayBeCutDifferently() {
        Scenario scenario = Readers.read(with(
                "{A100-80: {count: 2, mig: [[3g.40gb, 3g.40gb], [7g.80gb]]}}",
                "{model: llama-3.1-8b, accelerator: A100-80/3g.40gb, replicas: 2}",
                "{model: llama-3.1-8b, accelerator: A100-80/7g.80gb}"));

        assertThat(scenario.replicas())
                .extracting(replica -> replica.accelerator().id())
                .containsExactly("A100-80/3g.40gb", "A100-80/3g.40gb", "A100-80/7g.80gb");
        assertThat(scenario.decoders().get(0).constants().id()).isEqualTo("vllm/A100-80");
    }

    @Test
    void replicasOfASharedCardEachHaveTheirPart() {
        Scenario scenario = Readers.read(with(
                "{L40S: {count: 1, share: {mode: mps, ways: 2, interference: 0.2}}}",
                "{model: llama-3.1-8b, replicas: 2, precision: fp8}"));

        AcceleratorProfile part = accelerator(scenario);
        assertThat(part.id()).isEqualTo("L40S/mps-2-20%");
        assertThat(part.bf16FlopsPerSecond()).isCloseTo(0.4 * 362e12, within(1.0));
        assertThat(part.memoryBytes()).isEqualTo(46068L * 1024 * 1024 / 2);
    }

    @Test
    void moreReplicasThanPartsAreTold() {
        assertThat(Readers.problems(with(
                        "{L40S: {count: 1, share: {mode: mps, ways: 2}}}",
                        "{model: llama-3.1-8b, replicas: 3, precision: fp8}")))
                .singleElement()
                .asString()
                .endsWith("3 x llama-3.1-8b with tensor parallel 1 need 3 L40S, and the site has 2 that are free.");
    }

    @Test
    void aPipelineTakesTheCardsOfAllItsStages() {
        Scenario scenario = Readers.read(with(
                        "{H100: 5}",
                        "{model: gpt-oss-120b, precision: mxfp4, tensorParallel: 2, pipelineParallel: 2, expertParallel: true}",
                        "{model: llama-3.1-8b, accelerator: H100}")
                .replace("{H100: 5}", "{H100: 5}"));

        assertThat(scenario.decoders().get(0).parallelism()).isEqualTo(new Parallelism(2, 2, true));
        assertThat(scenario.replicas()).extracting(ServedReplica::accelerators).containsExactly(4, 1);
    }

    @Test
    void aCapSlowsItsCardsAndLimitsWhatTheyDraw() {
        Scenario scenario =
                Readers.read(with("{H100: {count: 2, powerCap: 350 W}}", "{model: llama-3.1-8b, tensorParallel: 2}"));

        assertThat(accelerator(scenario).id()).isEqualTo("H100@350W");
        assertThat(989e12 / accelerator(scenario).bf16FlopsPerSecond()).isCloseTo(1.344, within(0.001));
        assertThat(scenario.energy().capWatts()).containsOnlyKeys("H100@350W").containsValue(350.0);
        assertThat(scenario.energy().eurPerAcceleratorHour()).containsEntry("H100@350W", 2.5);
    }

    @Test
    void aCappedCardMayBeCut() {
        Scenario scenario = Readers.read(with(
                "{H100: {count: 1, powerCap: 350 W, mig: [3g.40gb, 4g.40gb]}}",
                "{model: llama-3.1-8b, accelerator: H100/3g.40gb}"));

        assertThat(accelerator(scenario).id()).isEqualTo("H100@350W/3g.40gb");
        assertThat(scenario.energy().capWatts().get("H100@350W/3g.40gb")).isCloseTo(150, within(1e-9));
    }

    @Test
    void aPartCostsItsPartOfTheCard() {
        String cut = with(
                "{A30: {count: 1, mig: [2g.12gb, 1g.6gb, 1g.6gb]}}",
                "{model: llama-3.1-8b, accelerator: A30/2g.12gb, precision: int4}");

        EnergySpec usual = Readers.read(cut).energy();
        EnergySpec stated = Readers.read(cut + "energy: {hours: {A30: 2}}\n").energy();
        EnergySpec byItself = Readers.read(cut + "energy: {hours: {A30: 2, A30/2g.12gb: 5}}\n")
                .energy();

        assertThat(usual.eurPerAcceleratorHour())
                .containsOnlyKeys("A30/2g.12gb")
                .containsValue(0.3);
        assertThat(stated.eurPerAcceleratorHour()).containsValue(1.0);
        assertThat(byItself.eurPerAcceleratorHour()).containsValue(5.0);
    }

    private static AcceleratorProfile accelerator(Scenario scenario) {
        List<ReplicaSpec> replicas = scenario.decoders();
        return replicas.get(0).accelerator();
    }

    private static String with(String accelerators, String... served) {
        return Readers.valid()
                .replace("accelerators: {L4: 2}", "accelerators: " + accelerators)
                .replace("serve: [{model: llama-3.1-8b, replicas: 2}]", "serve: [" + String.join(", ", served) + "]");
    }
}
