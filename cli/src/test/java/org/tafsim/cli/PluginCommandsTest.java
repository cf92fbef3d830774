package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tafsim.plugins.JarOfSources;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies of jars at the command line, but for those that would end this process: these are in PluginIT. */
class PluginCommandsTest {

    private static final String HELLO = "../scenarios/hello.yaml";
    private static final String[] SHORT = {
        "--set=run.duration=5 s", "--set=run.warmup=1 s", "--set=run.replications=2", "--quiet"
    };

    @TempDir
    private static Path folder = Path.of("");

    private static Path mine = Path.of("");
    private static Path hostile = Path.of("");

    @BeforeAll
    static void buildJars() throws IOException {
        mine = Files.createDirectory(folder.resolve("mine"));
        hostile = Files.createDirectory(folder.resolve("hostile"));
        firstChoice("1.0").write(mine.resolve("first-choice-1.0.jar"));
        new JarOfSources()
                .routing("Throwing", "throwing", "return (r, c) -> { throw new IllegalStateException(\"no luck\"); };")
                .routing(
                        "Deep",
                        "deep",
                        "return new RoutingPolicy() { public int route(RequestView r, CandidatesView c)"
                                + " { return 1 + route(r, c); } };")
                .routing("Nothing", "nothing", "return null;")
                .routing("Outside", "outside", "return (r, c) -> c.size();")
                .routing("Below", "below", "return (r, c) -> Integer.MIN_VALUE;")
                .routing("Changing", "changing", "return (r, c) -> { r.app().populationIds().clear(); return 0; };")
                .routing("Casting", "casting", "return (r, c) -> ((int[]) (Object) c)[0];")
                .routing("Keeping", "keeping", """
                        return new RoutingPolicy() {
                            RequestView request;
                            CandidatesView kept;
                            public int route(RequestView r, CandidatesView c) {
                                if (kept != null) {
                                    for (int i = 0; i < kept.size(); i++) {
                                        kept.predictedTtftSeconds(i, request.promptTokens());
                                    }
                                }
                                request = r;
                                kept = c;
                                return 0;
                            }
                        };
                        """)
                .write(hostile.resolve("hostile.jar"));
    }

    private static JarOfSources firstChoice(String version) {
        return new JarOfSources()
                .routing("FirstChoice", "first-choice", "return (request, candidates) -> 0;")
                .version(version);
    }

    @Test
    void policiesListsThoseOfAPluginWithItsName() {
        Said table = succeed(Said.by("policies", "--plugins", mine.toString()));
        Said json = succeed(Said.by("policies", "--json", "--plugins", mine.toString()));

        assertThat(table.out()).contains("first-choice", "plug-in first-choice-1.0.jar");
        JsonNode last = JsonMapper.shared()
                .readTree(json.out())
                .valueStream()
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.path("id").asString()).isEqualTo("first-choice");
        assertThat(last.path("plugin").path("file").asString()).isEqualTo("first-choice-1.0.jar");
        assertThat(last.path("plugin").path("sha256").asString()).hasSize(64);
        assertThat(succeed(Said.by("policies")).out()).doesNotContain("first-choice");
    }

    @Test
    void aRunComparesItAndSaysWhichJarItUsed() throws IOException {
        Path out = folder.resolve("run");
        Said said = succeed(run(mine, out, "nearest,first-choice"));

        assertThat(said.out()).contains("nearest", "first-choice");
        JsonNode plugins = JsonMapper.shared()
                .readTree(Files.readString(out.resolve("run.json")))
                .path("plugins");
        assertThat(plugins.size()).isEqualTo(1);
        assertThat(plugins.get(0).path("file").asString()).isEqualTo("first-choice-1.0.jar");
        assertThat(plugins.get(0).path("version").asString()).isEqualTo("1.0");
        assertThat(plugins.get(0).path("policies").path("routing").get(0).asString())
                .isEqualTo("first-choice");
    }

    @Test
    void aPluginThatIsNotUsedLeavesNoTrace() throws IOException {
        succeed(run(mine, folder.resolve("unused"), "nearest"));
        succeed(Said.by(arguments("run", folder.resolve("without"), "nearest")));

        assertThat(Files.readString(folder.resolve("unused/run.json"))).doesNotContain("plugins");
        assertThat(idOf("unused")).isEqualTo(idOf("without"));
    }

    @Test
    void theIdOfARunDependsOnTheJar() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        firstChoice("1.1").write(other.resolve("first-choice-1.0.jar"));
        succeed(run(mine, folder.resolve("one"), "first-choice"));
        succeed(run(other, folder.resolve("two"), "first-choice"));

        assertThat(idOf("one")).isNotEqualTo(idOf("two"));
    }

    @Test
    void compareAndCheckKnowItToo() throws IOException {
        Path scenario = folder.resolve("named.yaml");
        Files.writeString(
                scenario, Files.readString(Path.of(HELLO)).replaceFirst("policies: \\[", "policies: [first-choice, "));

        assertThat(Said.by("check", "-q", scenario.toString()).err()).contains("first-choice");
        succeed(Said.by("check", "-q", scenario.toString(), "--plugins", mine.toString()));
        List<String> compare = new ArrayList<>(List.of("compare", HELLO, "--plugins", mine.toString()));
        compare.addAll(List.of("--policies", "nearest,first-choice"));
        compare.addAll(List.of(SHORT));
        assertThat(succeed(Said.by(compare.toArray(String[]::new))).out()).contains("first-choice");
    }

    @Test
    void aPackageIsVerifiedWithoutItAndRunAgainWithTheVerySameOnly() throws IOException {
        Path run = folder.resolve("packed");
        Path zip = folder.resolve("packed.zip");
        Path rebuilt = Files.createDirectory(folder.resolve("rebuilt"));
        firstChoice("1.1").write(rebuilt.resolve("first-choice-1.1.jar"));
        succeed(run(mine, run, "nearest,first-choice"));
        succeed(Said.by("pack", run.toString(), "-o", zip.toString()));

        succeed(Said.by("verify", zip.toString()));
        assertThat(readme(zip)).contains("plug-ins that are needed to run it again: first-choice-1.0.jar (SHA-256 ");
        Said without = Said.by("rerun", zip.toString(), "-q");
        Said other = Said.by("rerun", zip.toString(), "-q", "--plugins", rebuilt.toString());
        Said same = succeed(Said.by("rerun", zip.toString(), "-q", "--plugins", mine.toString()));

        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err())
                .contains(
                        "needs plug-ins that are not here",
                        "the routing policy first-choice: it is that of first-choice-1.0.jar")
                .contains("--plugins");
        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains("it was that of first-choice-1.0.jar", "first-choice-1.1.jar here has ");
        assertThat(same.out()).contains("identical: ");
    }

    @Test
    void aSweepGoesOnWithTheSamePluginOnlyAndIsPacked() throws IOException {
        Path sweep = folder.resolve("sweep");
        Path scenario = folder.resolve("swept.yaml");
        Path zip = folder.resolve("sweep.zip");
        Files.writeString(
                scenario,
                Files.readString(Path.of(HELLO))
                        .replaceFirst("policies: \\[", "policies: [first-choice, ")
                        .replaceFirst("duration: [^,}]*", "duration: 5 s")
                        .replaceFirst("warmup: [^,}]*", "warmup: 1 s"));
        succeed(Said.by(
                "sweep",
                scenario.toString(),
                "run.seed=1,2",
                "--replications=2",
                "-q",
                "--no-figures",
                "--no-report",
                "--plugins",
                mine.toString(),
                "--out",
                sweep.toString()));

        assertThat(Files.readString(sweep.resolve("sweep.json"))).contains("first-choice-1.0.jar");
        assertThat(Said.by("sweep", "status", sweep.toString()).code()).isEqualTo(3);
        assertThat(succeed(Said.by("sweep", "status", sweep.toString(), "--plugins", mine.toString()))
                        .out())
                .contains("4 of 4 tasks done");
        succeed(Said.by("pack", sweep.toString(), "-o", zip.toString()));
        succeed(Said.by("verify", zip.toString()));
        assertThat(Said.by("rerun", zip.toString(), "-q").err()).contains("first-choice-1.0.jar");
        assertThat(succeed(Said.by("rerun", zip.toString(), "-q", "--plugins", mine.toString()))
                        .out())
                .contains("identical: ");
    }

    @Test
    void clustersAreRefused() {
        Said said = Said.by(
                "sweep",
                HELLO,
                "run.seed=1,2",
                "--engine",
                "slurm",
                "--plugins",
                mine.toString(),
                "--out",
                folder.resolve("slurm").toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("plug-ins work on this machine only");
    }

    @Test
    void aFolderThatDoesNotDoIsAnInputThatIsWrong() {
        Said said = Said.by("policies", "--plugins", folder.resolve("none").toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .isEqualTo("tafsim: --plugins: There is no folder %s.%n".formatted(folder.resolve("none")));
        assertThat(Said.by("policies", "--plugins", mine.toString(), "--decision-limit", "soon")
                        .err())
                .contains("--decision-limit: \"soon\" is not a duration");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    throwing | The routing policy throwing of hostile.jar failed: java.lang.IllegalStateException: no luck at org.example.Throwing.
                    deep     | The routing policy deep of hostile.jar failed: java.lang.StackOverflowError at org.example.Deep$1.route(Deep.java:
                    nothing  | The routing policy nothing of hostile.jar made no policy: create returned null.
                    outside  | Policy outside chose candidate
                    below    | Policy below chose
                    changing | The routing policy changing of hostile.jar failed: java.lang.UnsupportedOperationException at
                    casting  | The routing policy casting of hostile.jar failed: java.lang.ClassCastException:
                    """)
    void aHostilePolicyEndsTheRunWithItsNameAndNothingWritten(String id, String message) throws IOException {
        Path out = folder.resolve("hostile-" + id);
        Said said = run(hostile, out, "nearest," + id);

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains(message, "hostile.jar").doesNotContain("\tat ", "a bug in tafsim");
        try (Stream<Path> there = Files.list(folder)) {
            assertThat(there.map(Path::toString)).noneMatch(name -> name.contains("hostile-" + id));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    admission  | return (r, c) -> Integer.MIN_VALUE;              | admission answered -2147483648, which is none of its refusals
                    admission  | return (r, c) -> -2;                             | admission answered -2, which is none of its refusals
                    admission  | return (r, c) -> ((String) null).length();       | The admission policy hostile of other.jar failed: java.lang.NullPointerException
                    order      | return (r, i) -> ((String) null).length();       | The order policy hostile of other.jar failed: java.lang.NullPointerException
                    scaling    | return view -> ((String) null).length();         | The scaling policy hostile of other.jar failed: java.lang.NullPointerException
                    deployment | return (v, n, chosen) -> { java.util.Arrays.fill(chosen, true); throw new StackOverflowError(); }; | The deployment policy hostile of other.jar failed: java.lang.StackOverflowError
                    deployment | return null;                                     | The deployment policy hostile of other.jar made no policy
                    """)
    void hostilePoliciesOfOtherKindsEndTheRunAsWell(String kind, String create, String message) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("other"));
        new JarOfSources().policy("Hostile", kind, "hostile", create).write(jars.resolve("other.jar"));
        Path scenario = folder.resolve("other.yaml");
        String others = kind.equals("deployment") ? "scaling: fixed, deployment: hostile" : kind + ": hostile";
        Files.writeString(
                scenario,
                Files.readString(Path.of(HELLO))
                        .replaceFirst(
                                "policies: .*",
                                "policies: [{type: nearest, fleet: {period: 1 s}, %s}]".formatted(others)));

        List<String> run = new ArrayList<>(
                List.of("run", scenario.toString(), "--plugins", jars.toString(), "--no-figures", "--no-report"));
        run.addAll(List.of("--out", folder.resolve("other-run").toString()));
        run.addAll(List.of(SHORT));
        Said said = Said.by(run.toArray(String[]::new));

        assertThat(said.code()).as(said.err()).isEqualTo(1);
        assertThat(said.err()).contains(message, "other.jar").doesNotContain("\tat ", "a bug in tafsim");
        assertThat(folder.resolve("other-run")).doesNotExist();
    }

    @Test
    void whoKeepsItsViewsLearnsNothingNewAndChangesNothing() throws IOException {
        succeed(run(hostile, folder.resolve("keeping"), "keeping"));
        succeed(run(mine, folder.resolve("not-keeping"), "first-choice"));

        assertThat(Files.readString(folder.resolve("keeping/summary.csv")).replace("keeping", "first-choice"))
                .isEqualTo(Files.readString(folder.resolve("not-keeping/summary.csv")));
    }

    private static String readme(Path zip) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            return Files.readString(files.getPath("README.md"));
        }
    }

    private static Said run(Path plugins, Path out, String policies) {
        List<String> arguments = new ArrayList<>(List.of(arguments("run", out, policies)));
        arguments.addAll(List.of("--plugins", plugins.toString()));
        return Said.by(arguments.toArray(String[]::new));
    }

    private static String[] arguments(String command, Path out, String policies) {
        return Stream.concat(
                        Stream.of(
                                command,
                                HELLO,
                                "--no-figures",
                                "--no-report",
                                "--out",
                                out.toString(),
                                "--policies",
                                policies),
                        Stream.of(SHORT))
                .toArray(String[]::new);
    }

    private static String idOf(String run) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve(run).resolve("run.json")))
                .path("id")
                .asString();
    }

    private static Said succeed(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }
}
