package org.tafsim.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.PolicyType;

/** Compiles what a third party would write, and packs it. */
public final class JarOfSources {

    private final Map<String, String> sources = new TreeMap<>();
    private final Map<String, String> services = new TreeMap<>();
    private final Manifest manifest = new Manifest();
    private final List<String> options = new ArrayList<>(List.of("-proc:none", "-g"));

    /** An empty one. */
    public JarOfSources() {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    }

    /** A class of the package org.example. */
    public JarOfSources source(String className, String text) {
        sources.put(className, "package org.example;\n" + text);
        return this;
    }

    /** A routing policy, named as a service, whose method {@code create} has this body. */
    public JarOfSources routing(String className, String id, String create) {
        return policy(className, "routing", id, create);
    }

    /** The same of another kind. */
    public JarOfSources policy(String className, String kind, String id, String create) {
        String contract = kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1) + "Policy";
        services.merge(
                "META-INF/services/org.tafsim.policy.%sType".formatted(contract),
                "org.example." + className + "\n",
                String::concat);
        return source(className, """
                import java.util.*;
                import org.tafsim.policy.*;
                public final class %1$s implements %2$sType {
                    public String id() { return "%3$s"; }
                    public String rule() { return "Test."; }
                    public String source() { return "test"; }
                    public List<String> parameterNames() { return List.of(); }
                    public %2$s create(PolicyContext context) { %4$s }
                }
                """.formatted(className, contract, id, create));
    }

    /** Names a class in the list of a kind. */
    public JarOfSources service(Class<? extends PolicyType<?>> kind, String provider) {
        services.merge("META-INF/services/" + kind.getName(), provider + "\n", String::concat);
        return this;
    }

    /** States a version in its manifest. */
    public JarOfSources version(String version) {
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, version);
        return this;
    }

    /** Compiles and packs. */
    public Path write(Path jar) throws IOException {
        Path folder = Files.createTempDirectory(jar.getParent(), ".sources");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        if (!files.isEmpty()) {
            compile(files, classes);
        }
        pack(jar, classes);
        return jar;
    }

    /** Compiles, packs and opens the folder, with the shipped policies. */
    Plugins open(Path jar, CallWatch watch) throws IOException {
        return Plugins.open(Objects.requireNonNull(write(jar).getParent()), PolicySet.shipped(), watch);
    }

    private void compile(List<Path> files, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        options.addAll(List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        boolean isCompiled = compiler.getTask(
                        said,
                        null,
                        null,
                        options,
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjectsFromPaths(files))
                .call();
        assertThat(isCompiled).as(said.toString()).isTrue();
    }

    private void pack(Path jar, Path classes) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                Stream<Path> compiled = Files.walk(classes)) {
            for (Path one : compiled.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(one).toString().replace('\\', '/');
                out.putNextEntry(new JarEntry(name));
                out.write(Files.readAllBytes(one));
            }
            for (Map.Entry<String, String> service : services.entrySet()) {
                out.putNextEntry(new JarEntry(service.getKey()));
                out.write(service.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
