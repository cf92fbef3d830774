package org.tafsim.cli.slurm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * tafsim as nodes start it: the same JVM with the same options, and a jar beside the sweep that stays what it is when tafsim is
 * built anew meanwhile.
 */
final class PortableJar {

    private static final String MAIN = "org.tafsim.cli.Main";

    private final @Nullable Path jar;

    private PortableJar(@Nullable Path jar) {
        this.jar = jar;
    }

    /**
     * The jar that this process runs from, put into a folder; nothing is put there where it runs from folders of classes.
     *
     * @throws IOException where it cannot be put there
     */
    static PortableJar in(Path folder) throws IOException {
        return of(source(), folder);
    }

    static PortableJar of(Path source, Path folder) throws IOException {
        if (!Files.isRegularFile(source)) {
            return new PortableJar(null);
        }
        Files.createDirectories(folder);
        String mark = Long.toString(Files.getLastModifiedTime(source).toMillis(), Character.MAX_RADIX);
        Path target = folder.resolve("tafsim-%s.jar".formatted(mark.toLowerCase(Locale.ROOT)));
        if (!Files.exists(target)) {
            link(source, target);
        }
        return new PortableJar(target);
    }

    private static Path source() {
        try {
            return Path.of(PortableJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of tafsim's own classes is no path.", e);
        }
    }

    /** A second name for the same bytes: a build replaces the file, it does not write into it. */
    private static void link(Path source, Path target) throws IOException {
        try {
            Files.createLink(target, source);
        } catch (IOException | UnsupportedOperationException e) {
            Path draft = target.resolveSibling(target.getFileName() + ".tmp");
            Files.copy(source, draft);
            Files.move(draft, target);
        }
    }

    /** What starts tafsim, without arguments. */
    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(PortableJar::isPortable)
                .forEach(command::add);
        if (jar == null) {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        } else {
            command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        }
        return command;
    }

    /** Whether an option of the JVM is not about this process alone: its terminal, its classes' archive, a debugger. */
    static boolean isPortable(String option) {
        return !(option.startsWith("-Dtafsim.")
                || option.startsWith("-XX:SharedArchiveFile")
                || option.startsWith("-XX:TieredStopAtLevel")
                || option.startsWith("-agentlib")
                || option.startsWith("-javaagent"));
    }

    /** Drops the jar, since nobody needs it any more. */
    void remove() throws IOException {
        if (jar != null) {
            Files.deleteIfExists(jar);
        }
    }
}
