package org.tafsim.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.policies.Origin;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyType;
import org.tafsim.policy.RoutingPolicyType;

class PluginsTest {

    private static final String FIRST = "return (request, candidates) -> 0;";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void policiesOfJarsComeAfterTheShippedInTheOrderOfFileNames() throws IOException {
        new JarOfSources().routing("Zebra", "zebra", FIRST).write(folder.resolve("a.jar"));
        new JarOfSources().routing("Ape", "ape", FIRST).write(folder.resolve("b.jar"));

        try (Plugins plugins = open()) {
            List<RoutingPolicyType> routing = plugins.policies().routing();
            assertThat(routing.subList(PolicySet.shipped().routing().size(), routing.size()))
                    .extracting(PolicyType::id)
                    .containsExactly("zebra", "ape");
        }
    }

    @Test
    void aJarIsKnownByItsNameItsHashAndTheVersionItStates() throws IOException {
        Path jar = new JarOfSources()
                .routing("First", "first", FIRST)
                .version("1.2")
                .write(folder.resolve("mine.jar"));

        try (Plugins plugins = open()) {
            Origin origin = plugins.policies()
                    .originOf(RoutingPolicyType.class, "first")
                    .orElseThrow();
            assertThat(origin.file()).isEqualTo("mine.jar");
            assertThat(origin.version()).isEqualTo("1.2");
            assertThat(origin.sha256()).isEqualTo(HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(jar))));
        }
    }

    @Test
    void policiesOfEveryKindAreFound() throws IOException {
        new JarOfSources()
                .source("Half", """
                        import java.util.*;
                        import org.tafsim.policy.*;
                        public final class Half implements HarvestPolicyType {
                            public String id() { return "half"; }
                            public String rule() { return "Half."; }
                            public String source() { return "test"; }
                            public List<String> parameterNames() { return List.of("share"); }
                            public HarvestPolicy create(PolicyContext context) { return view -> 0.5; }
                        }
                        """)
                .service(HarvestPolicyType.class, "org.example.Half")
                .write(folder.resolve("half.jar"));

        try (Plugins plugins = open()) {
            HarvestPolicyType half =
                    plugins.policies().find(HarvestPolicyType.class, "half").orElseThrow();
            assertThat(half.parameterNames()).containsExactly("share");
            assertThat(plugins.policies().routing("half")).isEmpty();
        }
    }

    @Test
    void twoJarsMayHaveDifferentClassesOfTheSameName() throws IOException {
        new JarOfSources().routing("Same", "one", FIRST).write(folder.resolve("1.jar"));
        new JarOfSources().routing("Same", "two", FIRST).write(folder.resolve("2.jar"));

        try (Plugins plugins = open()) {
            assertThat(plugins.policies().routing("one")).isPresent();
            assertThat(plugins.policies().routing("two")).isPresent();
        }
    }

    @Test
    void nothingOfTheEngineOrOfLibrariesIsShown() throws IOException {
        String seen = """
                StringBuilder seen = new StringBuilder();
                for (String name : List.of("org.tafsim.model.App", "umontreal.ssj.rng.RandomStream", "java.sql.Date",
                        "org.tafsim.engine.Router", "org.tafsim.policies.Nearest", "org.tafsim.plugins.Plugins",
                        "org.tafsim.kernel.Kernel", "org.junit.jupiter.api.Test")) {
                    try {
                        Class.forName(name);
                        seen.append(name).append(' ');
                    } catch (ClassNotFoundException e) {
                        // not for it
                    }
                }
                throw new IllegalArgumentException(seen.toString().strip());
                """;
        new JarOfSources().routing("Curious", "curious", seen).write(folder.resolve("curious.jar"));

        try (Plugins plugins = open()) {
            RoutingPolicyType curious = plugins.policies().routing("curious").orElseThrow();
            assertThatThrownBy(() -> curious.create(NoContext.INSTANCE))
                    .hasMessage("org.tafsim.model.App umontreal.ssj.rng.RandomStream java.sql.Date");
        }
    }

    @Test
    void jarsWithoutPoliciesLieBesideOthers() throws IOException {
        new JarOfSources().write(folder.resolve("a-sources.jar"));
        new JarOfSources().routing("First", "first", FIRST).write(folder.resolve("b.jar"));
        Files.createDirectory(folder.resolve("classes.jar"));
        Files.writeString(folder.resolve("notes.txt"), "not a jar");

        try (Plugins plugins = open()) {
            assertThat(plugins.policies().routing("first")).isPresent();
        }
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> Plugins.open(folder.resolve("none"), PolicySet.shipped(), CallWatch.NONE))
                .isInstanceOf(PluginLoadException.class)
                .hasMessage("There is no folder %s.", folder.resolve("none"));
    }

    @Test
    void aJarInPlaceOfItsFolderIsSaid() throws IOException {
        Path jar = new JarOfSources().routing("First", "first", FIRST).write(folder.resolve("b.jar"));

        assertThatThrownBy(() -> Plugins.open(jar, PolicySet.shipped(), CallWatch.NONE))
                .isInstanceOf(PluginLoadException.class)
                .hasMessage("%s is a file, not a folder with jars. Maybe name its folder.", jar);
    }

    @Test
    void aFolderWithoutJarsIsSaid() {
        refuses("There is no jar in %s. Maybe it is not built yet: mvn package.".formatted(folder));
    }

    @Test
    void jarsOfWhichNoneNamesAPolicyAreSaid() throws IOException {
        new JarOfSources().source("First", "class First {}").write(folder.resolve("a.jar"));

        refuses("No jar in %s names a policy. ".formatted(folder)
                + "Maybe a file such as META-INF/services/org.tafsim.policy.RoutingPolicyType is missing in a.jar.");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws IOException {
        Files.writeString(folder.resolve("a.jar"), "no zip");
        Files.writeString(folder.resolve("b.jar"), "");

        assertThatThrownBy(this::open)
                .hasMessageContaining(folder.resolve("a.jar") + " is not a jar: ")
                .hasMessageContaining(folder.resolve("b.jar") + " is not a jar: ");
    }

    @Test
    void aServiceFileThatNamesAMissingClassIsSaid() throws IOException {
        new JarOfSources()
                .service(RoutingPolicyType.class, "org.example.Missing")
                .write(folder.resolve("a.jar"));

        assertThatThrownBy(this::open)
                .isInstanceOf(PluginLoadException.class)
                .hasMessageStartingWith("a.jar: org.tafsim.policy.RoutingPolicyType: ")
                .hasMessageContaining("org.example.Missing");
    }

    @Test
    void aClassThatIsNoPolicyIsSaid() throws IOException {
        new JarOfSources()
                .source("Plain", "public class Plain {}")
                .service(RoutingPolicyType.class, "org.example.Plain")
                .write(folder.resolve("a.jar"));

        assertThatThrownBy(this::open)
                .hasMessageStartingWith("a.jar: ")
                .hasMessageContaining("org.example.Plain not a subtype");
    }

    @Test
    void aClassForANewerJavaIsSaid() throws IOException {
        Path jar = new JarOfSources().routing("First", "first", FIRST).write(folder.resolve("a.jar"));
        ClassFiles.change(jar, "org/example/First.class", bytes -> {
            bytes[7] = (byte) 200; // major version
            return bytes;
        });

        assertThatThrownBy(this::open)
                .isInstanceOf(PluginLoadException.class)
                .hasMessageStartingWith("a.jar: ")
                .hasMessageContaining("class file version 200.0")
                .hasMessageEndingWith("Maybe it was compiled for a newer Java than this one.");
    }

    @Test
    void aClassWithoutAMethodOfThisContractIsSaid() throws IOException {
        Path jar = new JarOfSources().routing("First", "first", FIRST).write(folder.resolve("a.jar"));
        ClassFiles.rename(
                jar, "org/example/First.class", "parameterNames", "parameterNomen"); // as if it had another name then

        assertThatThrownBy(this::open)
                .isInstanceOf(PluginLoadException.class)
                .hasMessage("The routing policy org.example.First of a.jar has no method parameterNames. "
                        + "Maybe it was built for another version of tafsim.");
    }

    @Test
    void aClassThatTheContractNoLongerHasIsSaid() throws IOException {
        Path jar = new JarOfSources().routing("First", "first", FIRST).write(folder.resolve("a.jar"));
        ClassFiles.rename(
                jar, "org/example/First.class", "org/tafsim/policy/PolicyContext", "org/tafsim/policy/PolicyKontext");

        assertThatThrownBy(this::open)
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("PolicyKontext")
                .hasMessageContaining("Maybe it was built for another version of tafsim");
    }

    @Test
    void idsThatAreTakenOrMalformedAreSaid() throws IOException {
        new JarOfSources()
                .routing("A", "nearest", FIRST)
                .routing("B", "Mine", FIRST)
                .routing("C", "mine", FIRST)
                .write(folder.resolve("a.jar"));
        new JarOfSources().routing("D", "mine", FIRST).write(folder.resolve("b.jar"));

        refuses("""
                Two routing policies are called 'nearest': one of tafsim itself and one of a.jar. Maybe rename the plug-in's.
                The policy id 'Mine' of a.jar must be lower-case words joined by hyphens, e.g. my-policy.
                Two routing policies are called 'mine': one of a.jar and one of b.jar. Maybe rename the plug-in's.""");
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Path jar = new JarOfSources().routing("First", "first", FIRST).write(folder.resolve("outside.jar"));
        Files.createSymbolicLink(inside.resolve("link.jar"), jar);

        assertThatThrownBy(() -> Plugins.open(inside, PolicySet.shipped(), CallWatch.NONE))
                .isInstanceOf(PluginLoadException.class)
                .hasMessageContaining("link.jar is a link to")
                .hasMessageContaining("outside of the folder");
    }

    @Test
    void aLinkWithinTheFolderAndALinkToTheFolderAreFine() throws IOException {
        Path inside = folder.resolve("real");
        Files.createDirectories(inside.resolve("versions"));
        Path jar = new JarOfSources()
                .routing("First", "first", FIRST)
                .write(inside.resolve("versions").resolve("first-2.jar"));
        Files.createSymbolicLink(inside.resolve("first.jar"), jar);
        Path link = Files.createSymbolicLink(folder.resolve("link"), inside);

        try (Plugins plugins = Plugins.open(link, PolicySet.shipped(), CallWatch.NONE)) {
            assertThat(plugins.policies().originOf(RoutingPolicyType.class, "first"))
                    .map(Origin::file)
                    .contains("first.jar");
        }
    }

    private Plugins open() {
        return Plugins.open(folder, PolicySet.shipped(), CallWatch.NONE);
    }

    private void refuses(String message) {
        assertThatThrownBy(this::open).isInstanceOf(PluginLoadException.class).hasMessage(message);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
