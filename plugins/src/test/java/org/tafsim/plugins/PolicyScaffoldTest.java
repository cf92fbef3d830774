package org.tafsim.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That it builds and runs is shown with the packaged jar. */
class PolicyScaffoldTest {

    private static final Pattern PINNED =
            Pattern.compile("<artifactId>(maven-[a-z]+-plugin)</artifactId>\\s*<version>([^<]+)");

    private final PolicyScaffold scaffold = new PolicyScaffold("my-policy-2", "1.2.3");

    @Test
    void nothingIsLeftToFillIn() throws IOException {
        Map<String, byte[]> files = scaffold.files();

        assertThat(files.keySet())
                .contains(
                        "pom.xml",
                        "src/main/java/org/example/mypolicy2/MyPolicy2.java",
                        "src/test/java/org/example/mypolicy2/MyPolicy2Test.java",
                        "src/test/java/org/example/mypolicy2/FakeCandidates.java");
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".jar")) {
                assertThat(new String(bytes, StandardCharsets.UTF_8))
                        .as(name)
                        .doesNotContainPattern("@(id|version|package|Class)@")
                        .doesNotContain("org.tafsim.policies");
            }
        });
        assertThat(text(files, "src/main/resources/META-INF/services/org.tafsim.policy.RoutingPolicyType"))
                .isEqualTo("org.example.mypolicy2.MyPolicy2\n");
    }

    @Test
    void itPinsThePluginsThatTafsimIsBuiltBy() throws IOException {
        String ours = Files.readString(Path.of("../pom.xml"));
        List<MatchResult> pinned =
                PINNED.matcher(text(scaffold.files(), "pom.xml")).results().toList();

        assertThat(pinned).hasSize(4);
        assertThat(pinned)
                .allSatisfy(plugin -> assertThat(PINNED.matcher(ours).results())
                        .anyMatch(other -> other.group(1).equals(plugin.group(1))
                                && other.group(2).equals(plugin.group(2))));
        assertThat(text(scaffold.files(), "pom.xml"))
                .contains(ours.replaceAll("(?s).*<junit.version>(.*?)</junit.version>.*", "<version>$1</version>"));
    }

    @Test
    void theContractIsAllThatItsJarHolds() throws IOException {
        List<String> entries = new ArrayList<>();
        try (ZipInputStream jar = new ZipInputStream(
                new ByteArrayInputStream(scaffold.files().getOrDefault("lib/tafsim-spi.jar", new byte[0])))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                entries.add(entry.getName());
            }
        }

        assertThat(entries)
                .contains("org/tafsim/policy/RoutingPolicy.class", "org/tafsim/model/App.class")
                .allMatch(name ->
                        SpiClassLoader.isShown(name.replace(".class", "").replace('/', '.')))
                .isSorted();
    }

    @Test
    void itIsTheSameBytesEveryTime() throws IOException {
        assertThat(scaffold.files().get("lib/tafsim-spi.jar"))
                .isEqualTo(scaffold.files().get("lib/tafsim-spi.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"My-Policy", "", "../evil", "a/b", "-a", "a--b", "new", "c-lass"})
    void namesAreIdsOfPolicies(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyScaffold(name, "1"))
                .withMessageStartingWith("The name of a policy (%s) must be ".formatted(name));
    }

    @Test
    void noShippedPolicyIsShadowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolicyScaffold("nearest", "1"))
                .withMessage("There is a policy 'nearest' already. Maybe my-nearest.");
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }
}
