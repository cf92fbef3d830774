package org.tafsim.plugins;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.tafsim.policies.PolicySet;

/**
 * A project to begin a policy with: it builds, and its jar is a plug-in.
 *
 * @param id of the policy, and name of the project
 * @param version of tafsim
 */
public record PolicyScaffold(String id, String version) {

    /** Of the tests of the shipped policies, in which they see candidates and requests as here. */
    private static final List<String> FAKES = List.of(
            "Candidate.java", "FakeCandidates.java", "FakeOutcome.java", "FakeRequest.java", "ScriptedStream.java");

    private static final String FAKES_PACKAGE = "package org.tafsim.policies;";

    /** Checks. @throws IllegalArgumentException where the id is malformed, or taken by a shipped policy */
    public PolicyScaffold {
        if (!PolicySet.isId(id) || isReserved(id)) {
            throw new IllegalArgumentException(
                    "The name of a policy (%s) must be lower-case words joined by hyphens, e.g. my-policy."
                            .formatted(id));
        }
        if (PolicySet.shipped().routing(id).isPresent()) {
            throw new IllegalArgumentException("There is a policy '%s' already. Maybe my-%s.".formatted(id, id));
        }
    }

    private static boolean isReserved(String id) {
        return SourceVersion.isKeyword(id.replace("-", ""));
    }

    /** Its files: paths with forward slashes, below the project's folder, and what is in them. */
    public Map<String, byte[]> files() throws IOException {
        String folder = packageName().replace('.', '/');
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("pom.xml", text("pom.xml"));
        files.put("README.md", text("README.md"));
        files.put(".gitignore", text("gitignore"));
        files.put("lib/tafsim-spi.jar", SpiJar.bytes());
        files.put("src/main/java/%s/%s.java".formatted(folder, className()), text("Policy.java"));
        files.put(
                "src/main/resources/META-INF/services/"
                        + PolicySet.kinds().get(0).getName(),
                utf8(packageName() + "." + className() + "\n"));
        files.put("src/test/java/%s/%sTest.java".formatted(folder, className()), text("PolicyTest.java"));
        for (String fake : FAKES) {
            String source = resource("fakes/" + fake).replace(FAKES_PACKAGE, "package %s;".formatted(packageName()));
            files.put("src/test/java/%s/%s".formatted(folder, fake), utf8(source));
        }
        return files;
    }

    /** The policy's class, e.g. {@code MyPolicy}. */
    public String className() {
        return Stream.of(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private String packageName() {
        return "org.example." + id.replace("-", "");
    }

    private byte[] text(String name) throws IOException {
        return utf8(resource(name)
                .replace("@id@", id)
                .replace("@version@", version)
                .replace("@package@", packageName())
                .replace("@Class@", className()));
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PolicyScaffold.class.getResourceAsStream("scaffold/" + name)) {
            if (in == null) {
                throw new IOException("This tafsim has no template " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
