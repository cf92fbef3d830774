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
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;

class PolicyLoaderTest {

    @Test
    void nothingIsFoundWhereNobodyOffersAnything() {
        assertThat(PolicyLoader.load(RoutingPolicyType.class, getClass().getClassLoader()))
                .isEmpty();
        assertThat(PolicyLoader.load(HarvestPolicyType.class, getClass().getClassLoader()))
                .isEmpty();
    }

    @Test
    void theServicesOfALoaderAreFoundByTheNamesOfTheirClasses(@TempDir Path plugins) throws IOException {
        List<RoutingPolicyType> types =
                loadWith(plugins, SecondType.class.getName() + "\n" + AlwaysFirst.class.getName());

        assertThat(types).extracting(RoutingPolicyType::id).containsExactly("always-first", "second");
        assertThat(types.get(0).create(new FakeContext(Map.of(), 0))).isNotNull();
    }

    @Test
    void aClassThatIsMissingIsNamed(@TempDir Path plugins) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loadWith(plugins, "org.example.Missing"))
                .withMessageContaining("org.example.Missing")
                .withMessageContaining("not found");
    }

    @Test
    void aConstructorThatThrowsIsToldWithItsReason(@TempDir Path plugins) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loadWith(plugins, Broken.class.getName()))
                .withMessageContaining("Broken could not be instantiated")
                .withMessageContaining("no luck today");
    }

    private List<RoutingPolicyType> loadWith(Path plugins, String providers) throws IOException {
        Path services = Files.createDirectories(plugins.resolve("META-INF/services"));
        Files.writeString(services.resolve(RoutingPolicyType.class.getName()), providers, StandardCharsets.UTF_8);
        URL[] urls = {plugins.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            return PolicyLoader.load(RoutingPolicyType.class, loader);
        }
    }

    /** What a third party would ship. */
    public static class AlwaysFirst implements RoutingPolicyType {
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

    /** Another. */
    public static final class SecondType extends AlwaysFirst {
        @Override
        public String id() {
            return "second";
        }
    }

    /** One that cannot be built. */
    public static final class Broken extends AlwaysFirst {
        public Broken() {
            throw new IllegalStateException("no luck today");
        }
    }
}
