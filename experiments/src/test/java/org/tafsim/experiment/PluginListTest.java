package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import tools.jackson.databind.json.JsonMapper;

class PluginListTest {

    private static final Origin A = new Origin("a.jar", "aa", "1.0");
    private static final Origin B = new Origin("b.jar", "bb", "");
    private static final PolicySet SET = PolicySet.shipped()
            .with(RoutingPolicyType.class, new Named("b-one"), B)
            .with(RoutingPolicyType.class, new Named("a-one"), A)
            .with(RoutingPolicyType.class, new Named("a-two"), A);

    @Test
    void shippedPoliciesComeFromNoPlugin() {
        assertThat(PluginList.of(PolicySet.shipped())).isEqualTo(PluginList.NONE);
        assertThat(PluginList.NONE.identity()).isEmpty();
        assertThat(PluginList.NONE.note()).isEmpty();
    }

    @Test
    void pluginsAreOrderedByFileWithTheirPoliciesByName() {
        PluginList all = PluginList.of(SET);

        assertThat(all.plugins()).extracting(PluginList.Plugin::file).containsExactly("a.jar", "b.jar");
        assertThat(all.plugins().get(0).policies().get("routing")).containsExactly("a-one", "a-two");
    }

    @Test
    void onlyWhatAScenarioUsesCounts() {
        PluginList used = PluginList.of(SET).usedBy(scenario("nearest", "a-two"));

        assertThat(used.plugins()).extracting(PluginList.Plugin::file).containsExactly("a.jar");
        assertThat(used.plugins().get(0).policies().get("routing")).containsExactly("a-two");
        assertThat(used.identity()).isEqualTo("\nplug-in: aa");
        assertThat(PluginList.of(SET).usedBy(scenario("nearest"))).isEqualTo(PluginList.NONE);
    }

    @Test
    void whatSeveralPointsUseIsAllOfIt() {
        PluginList all = PluginList.of(SET);

        PluginList both = all.usedBy(scenario("a-one")).and(all.usedBy(scenario("a-two", "b-one")));

        assertThat(both).isEqualTo(all);
    }

    @Test
    void itIsReadAsItIsWritten() {
        PluginList all = PluginList.of(SET);

        assertThat(PluginList.parse(JsonMapper.shared().valueToTree(all.plugins())))
                .isEqualTo(all);
        assertThat(PluginList.parse(JsonMapper.shared().readTree("{}").path("plugins")))
                .isEqualTo(PluginList.NONE);
    }

    @Test
    void theVerySameJarsAreMissingNothing() {
        assertThat(PluginList.of(SET).findMissing(SET)).isEmpty();
    }

    @Test
    void anotherBuildIsMissingAsIsNone() {
        PolicySet other = PolicySet.shipped()
                .with(RoutingPolicyType.class, new Named("a-one"), new Origin("a.jar", "cc", "1.0"))
                .with(RoutingPolicyType.class, new Named("a-two"), A);

        assertThat(PluginList.of(SET).findMissing(other))
                .hasValueSatisfying(missing -> assertThat(missing.lines())
                        .hasSize(2)
                        .anyMatch(
                                line -> line.startsWith(
                                        "the routing policy a-one: it was that of a.jar (version 1.0) with the SHA-256 aa; a.jar here has cc."))
                        .anyMatch(line ->
                                line.startsWith("the routing policy b-one: it is that of b.jar with the SHA-256 bb.")));
    }

    private static Scenario scenario(String... policies) {
        Scenario hello = ScenarioReaders.of(PolicySet.shipped()).read(Path.of("../scenarios/hello.yaml"), List.of());
        List<PolicySpec> specs = List.of(policies).stream()
                .map(id -> new PolicySpec(id, id, Map.of()))
                .toList();
        return hello.with(hello.run(), specs);
    }

    /** A policy of this id. */
    private record Named(String id) implements RoutingPolicyType {
        @Override
        public String rule() {
            return "Test.";
        }

        @Override
        public String source() {
            return "test";
        }

        @Override
        public List<String> parameterNames() {
            return List.of();
        }

        @Override
        public RoutingPolicy create(PolicyContext context) {
            return ShippedPolicies.find("nearest").orElseThrow().create(context);
        }
    }
}
