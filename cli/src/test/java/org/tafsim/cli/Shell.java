package org.tafsim.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs commands as processes of their own, in a folder. */
public final class Shell {

    private static final long LONGEST_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    public Shell(Path folder) {
        this.folder = folder;
    }

    /** Sets a variable for what runs from now on. */
    public Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** The packaged jar, on the JVM of the tests. */
    public static List<String> tafsim(String... args) {
        List<String> command = new ArrayList<>(
                List.of(java(), "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar().toString()));
        command.addAll(List.of(args));
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static Path jar() {
        return Path.of(System.getProperty("tafsim.jar", "target/tafsim.jar")).toAbsolutePath();
    }

    public Said run(List<String> command) throws IOException, InterruptedException {
        Running running = start(command);
        return running.await();
    }

    Said sh(String line) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", line));
    }

    public Running start(List<String> command) throws IOException {
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TAFSIM") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** A process under way. */
    public record Running(Process process, Path out, Path err) {

        public Said await() throws IOException, InterruptedException {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("The process did not end within %d s.".formatted(LONGEST_SECONDS));
            }
            Said said = new Said(
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
            Files.delete(out);
            Files.delete(err);
            return said;
        }
    }
}
