package org.tafsim.plugins;

import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tafsim.policies.PolicyLoader;
import org.tafsim.policies.PolicySet;
import org.tafsim.policy.PolicyType;

/**
 * The policies of a folder of jars, and the shipped ones. Each jar has a class loader of its own, until these are closed; no policy of theirs
 * may be asked after that.
 */
public final class Plugins implements AutoCloseable {

    private final List<URLClassLoader> loaders = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final CallWatch watch;
    private PolicySet policies;

    private Plugins(PolicySet policies, CallWatch watch) {
        this.policies = policies;
        this.watch = watch;
    }

    /**
     * Opens a folder's jars, in the order of their names.
     *
     * @param known policies that are there without them
     * @param watch told whenever code of a plug-in is at work
     * @throws PluginLoadException with all that is wrong
     */
    public static Plugins open(Path folder, PolicySet known, CallWatch watch) {
        Plugins plugins = new Plugins(known, watch);
        List<PluginJar> jars = plugins.read(folder);
        SpiClassLoader shared = new SpiClassLoader(Plugins.class.getClassLoader());
        if (plugins.problems.isEmpty()) {
            jars.stream().filter(PluginJar::isOffering).forEach(jar -> plugins.load(jar, shared));
        }
        if (!plugins.problems.isEmpty()) {
            plugins.close();
            throw new PluginLoadException(plugins.problems);
        }
        return plugins;
    }

    private List<PluginJar> read(Path folder) {
        List<PluginJar> jars = new ArrayList<>();
        for (Path file : jarsOf(folder)) {
            attempt(() -> jars.add(PluginJar.read(file, folder)));
        }
        if (problems.isEmpty() && jars.stream().noneMatch(PluginJar::isOffering)) {
            problems.add(
                    jars.isEmpty()
                            ? "There is no jar in %s. Maybe it is not built yet: mvn package.".formatted(folder)
                            : "No jar in %s names a policy. Maybe a file such as META-INF/services/%s is missing in %s."
                                    .formatted(
                                            folder,
                                            PolicySet.kinds().get(0).getName(),
                                            jars.get(0).origin().file()));
        }
        return jars;
    }

    private static List<Path> jarsOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new PluginLoadException(List.of(
                    Files.exists(folder)
                            ? "%s is a file, not a folder with jars. Maybe name its folder.".formatted(folder)
                            : "There is no folder %s.".formatted(folder)));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> String.valueOf(entry.getFileName()).endsWith(".jar"))
                    .filter(entry -> !Files.isDirectory(entry))
                    .sorted(Comparator.comparing(entry -> String.valueOf(entry.getFileName())))
                    .toList();
        } catch (IOException e) {
            throw new PluginLoadException("%s cannot be read: %s.".formatted(folder, e.getMessage()), e);
        }
    }

    private void load(PluginJar jar, SpiClassLoader shared) {
        URLClassLoader loader = jar.open(shared);
        loaders.add(loader);
        PolicySet.kinds().forEach(kind -> attempt(() -> add(kind, jar, loader)));
    }

    private <T extends PolicyType<?>> void add(Class<T> kind, PluginJar jar, ClassLoader loader) {
        Containment<T> containment = new Containment<>(kind, jar.origin(), watch);
        for (T type : construct(kind, jar, loader)) {
            attempt(() -> policies = policies.with(kind, containment.contain(type), jar.origin()));
        }
    }

    private <T extends PolicyType<?>> List<T> construct(Class<T> kind, PluginJar jar, ClassLoader loader) {
        watch.enter("The plug-in " + jar.origin());
        try {
            return PolicyLoader.load(kind, loader);
        } catch (IllegalArgumentException e) {
            throw new PluginLoadException("%s: %s".formatted(jar.origin(), e.getMessage()), e);
        } finally {
            watch.leave();
        }
    }

    /** Notes what is wrong, and goes on: all of it is told at once. */
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (PluginLoadException | PluginFailedException | IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    /** All that a run may use. */
    public PolicySet policies() {
        return policies;
    }

    @Override
    public void close() {
        for (URLClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                // its file stays open until the process ends
            }
        }
    }
}
