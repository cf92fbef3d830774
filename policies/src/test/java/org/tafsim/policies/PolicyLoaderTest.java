package org.tafsim.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.policies.harvest.ShippedHarvestPolicies;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

class PolicyLoaderTest {

    @Test
    void withoutPluginsThereAreTheShippedOnes() {
        assertThat(PolicyLoader.load(getClass().getClassLoader())).isEqualTo(ShippedPolicies.all());
    }

    @Test
    void pluginsComeAfterTheShippedOnes(@TempDir Path plugins) throws IOException {
        List<RoutingPolicyType> types = loadWith(plugins, AlwaysFirst.class.getName());

        assertThat(types).hasSize(ShippedPolicies.all().size() + 1);
        assertThat(types.get(types.size() - 1).id()).isEqualTo("always-first");
    }

    @Test
    void pluginsAreOrderedByIdWhateverTheClassPath() {
        List<RoutingPolicyType> types =
                PolicyLoader.merge(ShippedPolicies.all(), List.of(named("b"), named("c"), named("a")));

        assertThat(types.subList(types.size() - 3, types.size()))
                .extracting(RoutingPolicyType::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void aPluginMayNotTakeAShippedId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyLoader.merge(ShippedPolicies.all(), List.of(named("nearest"))))
                .withMessageStartingWith("Two policies are called 'nearest': ");
    }

    @Test
    void twoPluginsMayNotShareAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyLoader.merge(ShippedPolicies.all(), List.of(named("mine"), named("mine"))))
                .withMessageStartingWith("Two policies are called 'mine': ");
    }

    @Test
    void idsAreWordsJoinedByHyphens() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PolicyLoader.merge(ShippedPolicies.all(), List.of(named("My Policy"))))
                .withMessageStartingWith("The policy id 'My Policy' of ");
    }

    @Test
    void aPluginThatDoesNotLoadIsNamed(@TempDir Path plugins) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loadWith(plugins, "org.example.Missing"))
                .withMessageStartingWith("A plug-in's policy cannot be loaded: ")
                .withMessageContaining("org.example.Missing");
    }

    @Test
    void harvestPoliciesAreLoadedTheSameWay() {
        assertThat(PolicyLoader.loadHarvest(getClass().getClassLoader())).isEqualTo(ShippedHarvestPolicies.all());
    }

    private List<RoutingPolicyType> loadWith(Path plugins, String provider) throws IOException {
        Path services = Files.createDirectories(plugins.resolve("META-INF/services"));
        Files.writeString(services.resolve(RoutingPolicyType.class.getName()), provider, StandardCharsets.UTF_8);
        URL[] urls = {plugins.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            return PolicyLoader.load(loader);
        }
    }

    private static RoutingPolicyType named(String id) {
        return ShippedType.plain(id, "Test.", "test", context -> (request, candidates) -> 0);
    }

    /** What a third party would ship. */
    public static final class AlwaysFirst implements RoutingPolicyType {
        @Override
        public String id() {
            return "always-first";
        }

        @Override
        public String rule() {
            return "The first candidate.";
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
            return (request, candidates) -> 0;
        }
    }
}
