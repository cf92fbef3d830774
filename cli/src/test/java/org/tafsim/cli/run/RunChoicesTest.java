package org.tafsim.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tafsim.cli.console.InvalidInputException;
import org.tafsim.cli.scenario.PolicyCheck;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.StarterScenario;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RunChoicesTest {

    @Test
    void withoutChoicesTheScenarioStaysAsItIs() {
        Scenario scenario = scenario("[nearest, cloud-only]");

        assertThat(choices().applyTo(scenario, PolicySet.shipped())).isEqualTo(scenario);
    }

    @Test
    void seedAndReplicationsAreTheOnesAskedFor() {
        Scenario chosen =
                choices("--seed", "77", "--replications", "2").applyTo(scenario("[nearest]"), PolicySet.shipped());

        assertThat(chosen.run().seed()).isEqualTo(77);
        assertThat(chosen.run().replications()).isEqualTo(2);
    }

    @Test
    void policiesRunInTheOrderAskedForAndKeepTheParametersOfTheScenario() {
        Scenario scenario = scenario("[nearest, {type: sovereign-soft, label: lenient, parameters: {penalty: 1 s}}]");

        List<PolicySpec> policies = choices("--policies", "random,lenient")
                .applyTo(scenario, PolicySet.shipped())
                .policies();

        assertThat(policies).extracting(PolicySpec::label).containsExactly("random", "lenient");
        assertThat(policies.get(1).parameters()).containsEntry("penalty", "1 s");
    }

    @Test
    void allUnknownAndRepeatedPoliciesAreTold() {
        RunChoices choices = choices("--policies", "nearst,random,random");

        assertThatThrownBy(() -> choices.applyTo(scenario("[nearest]"), PolicySet.shipped()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("no policy 'nearst'. Maybe 'nearest'?")
                .hasMessageContaining("'random' is named twice");
    }

    @Test
    void noReplicationAtAllIsRefused() {
        RunChoices choices = choices("--replications", "0");

        assertThatThrownBy(() -> choices.applyTo(scenario("[nearest]"), PolicySet.shipped()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("--replications (0) must be at least 1.");
    }

    @Test
    void aParameterThatAPolicyRefusesIsToldBeforeAnythingRuns() {
        Scenario scenario = scenario("[{type: sovereign-soft, label: harsh, parameters: {penalty: plenty}}]");

        assertThatThrownBy(() -> PolicyCheck.check(Path.of("my.yaml"), scenario, PolicySet.shipped()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageStartingWith("my.yaml: policies[harsh]: ")
                .hasMessageContaining("plenty");
    }

    @Test
    void soIsOneThatAHarvestPolicyRefuses() {
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read(
                        "starter",
                        StarterScenario.text(),
                        List.of(
                                new ScenarioOverride("templates.edge.accelerators", "{GH200: 1}"),
                                new ScenarioOverride("templates.edge.serve", "[{model: llama-3.1-8b}]"),
                                new ScenarioOverride(
                                        "ran",
                                        "[{tiers: near-edge, accelerator: GH200, cells: 2, harvest: {parameters: {margin: half}}}]")),
                        Path.of(""));

        assertThatThrownBy(() -> PolicyCheck.check(Path.of("my.yaml"), scenario, PolicySet.shipped()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("].harvest: ")
                .hasMessageContaining("half");
    }

    private static RunChoices choices(String... args) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(args);
        return holder.choices;
    }

    private static Scenario scenario(String policies) {
        return new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read(
                        "starter",
                        StarterScenario.text(),
                        List.of(new ScenarioOverride("policies", policies)),
                        Path.of(""));
    }

    @Command
    private static final class Holder {
        @Mixin
        private RunChoices choices = new RunChoices();
    }
}
