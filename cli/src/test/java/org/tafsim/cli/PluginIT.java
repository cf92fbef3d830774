package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.plugins.JarOfSources;

/** Third parties' policies by the packaged jar: one built outside of the repository, and those that would end or hold the process. */
@Tag("long")
class PluginIT {

    private static final String HELLO =
            Path.of("../scenarios/hello.yaml").toAbsolutePath().normalize().toString();

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    @Test
    void aPolicyFromTheScaffoldIsBuiltAgainstItsLibAloneAndRuns() throws Exception {
        succeed(shell.run(Shell.tafsim("new", "policy", "my-policy")));
        Path project = folder.resolve("my-policy");
        Path target = Files.createDirectory(project.resolve("target"));
        compile(project, target.resolve("classes"));
        jar(project, target);

        Said listed = succeed(shell.run(Shell.tafsim("policies", "--plugins", "my-policy/target")));
        Said run = succeed(shell.run(Shell.tafsim(
                "run",
                HELLO,
                "--no-figures",
                "--no-report",
                "-q",
                "--plugins",
                "my-policy/target",
                "--policies",
                "my-policy,nearest",
                "--set=run.duration=10 s",
                "--out",
                "out")));

        assertThat(listed.out()).contains("my-policy", "plug-in my-policy.jar");
        assertThat(run.out()).contains("my-policy", "nearest");
        assertThat(Files.readString(folder.resolve("out/run.json"))).contains("\"file\" : \"my-policy.jar\"");
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        succeed(shell.run(Shell.tafsim("new", "policy", "my-policy")));
        Said again = shell.run(Shell.tafsim("new", "policy", "my-policy"));

        assertThat(again.code()).isEqualTo(3);
        assertThat(again.err()).contains("my-policy exists already, and is left as it is.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    looping  | while (true) { if (r.promptTokens() < 0) return 0; }  | has not come back. It is at org.example.Hostile.
                    sleeping | synchronized (r) { try { r.wait(); } catch (InterruptedException e) { } } return 0; | has not come back.
                    exiting  | System.exit(0); return 0;                             | ends the program at org.example.Hostile.
                    """)
    void whoDoesNotComeBackOrEndsTheProgramIsNamedAndNothingIsWritten(String id, String body, String message)
            throws Exception {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        new JarOfSources()
                .routing("Hostile", id, "return (r, c) -> { %s };".formatted(body))
                .write(jars.resolve("hostile.jar"));

        Said said = shell.run(Shell.tafsim(
                "run",
                HELLO,
                "--no-figures",
                "--no-report",
                "-q",
                "--plugins",
                "jars",
                "--policies",
                id,
                "--decision-limit",
                "200 ms",
                "--out",
                "out"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("The routing policy %s of hostile.jar ".formatted(id) + message)
                .doesNotContain("\tat ");
        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there).map(path -> path.getFileName().toString()).containsExactly("jars");
        }
    }

    @Test
    void whatAPolicyPrintsIsNoResult() throws Exception {
        Path jars = Files.createDirectory(folder.resolve("jars"));
        new JarOfSources()
                .routing("Talking", "talking", "System.out.println(\"I am here\"); return (r, c) -> 0;")
                .write(jars.resolve("talking.jar"));

        Said said = succeed(shell.run(Shell.tafsim(
                "run",
                HELLO,
                "--no-figures",
                "--no-report",
                "-q",
                "--json",
                "--plugins",
                "jars",
                "--policies",
                "talking",
                "--set=run.duration=10 s",
                "--out",
                "out")));

        assertThat(said.out()).startsWith("{").doesNotContain("I am here");
        assertThat(said.err()).contains("I am here");
    }

    /** Main classes against the contract alone, tests against JUnit, too. */
    private static void compile(Path project, Path classes) throws IOException {
        Path spi = project.resolve("lib/tafsim-spi.jar");
        javac(project.resolve("src/main/java"), classes, spi.toString());
        String all = String.join(
                System.getProperty("path.separator"),
                spi.toString(),
                classes.toString(),
                Stream.of(System.getProperty("java.class.path").split(System.getProperty("path.separator")))
                        .filter(entry -> entry.contains("junit")
                                || entry.contains("apiguardian")
                                || entry.contains("opentest4j"))
                        .reduce("", (a, b) -> a + System.getProperty("path.separator") + b));
        javac(project.resolve("src/test/java"), project.resolve("target/test-classes"), all);
    }

    private static void javac(Path sources, Path classes, String classPath) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-proc:none", "--release", "17", "-d", classes.toString(), "-cp", classPath));
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .map(Path::toString)
                    .forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).isZero();
    }

    private static void jar(Path project, Path target) {
        java.util.spi.ToolProvider jar =
                java.util.spi.ToolProvider.findFirst("jar").orElseThrow();
        int code = jar.run(
                System.out,
                System.err,
                "--create",
                "--file",
                target.resolve("my-policy.jar").toString(),
                "-C",
                target.resolve("classes").toString(),
                ".",
                "-C",
                project.resolve("src/main/resources").toString(),
                ".");
        assertThat(code).isZero();
    }

    private static Said succeed(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }
}
