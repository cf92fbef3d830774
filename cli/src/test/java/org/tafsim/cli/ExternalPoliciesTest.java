package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that decide: only where they are allowed, and never again once their decisions are recorded. */
class ExternalPoliciesTest {

    /** Puts down that it was started; takes the candidates in turn, and refuses one of ten; fails where it is told to. */
    private static final String PROGRAM = """
            import java.io.*;
            import java.nio.file.*;
            public class Turns {
                public static void main(String[] args) throws Exception {
                    Files.writeString(Path.of("started.txt"), "x", StandardOpenOption.CREATE);
                    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
                    in.readLine();
                    say("{\\"type\\":\\"ready\\",\\"protocol\\":1,\\"observations\\":[],\\"refusal_reasons\\":[\\"each-tenth\\"]}");
                    for (String line = in.readLine(); line.contains("decide"); line = in.readLine()) {
                        long id = Long.parseLong(line.replaceAll(".*\\"id\\":(\\\\d+),.*", "$1"));
                        if (args.length > 0 && id == 5) {
                            throw new IllegalStateException("no idea");
                        }
                        String choice = id % 10 == 9 ? "\\"each-tenth\\"" : String.valueOf(id % 3);
                        int more = line.split("prompt_tokens", -1).length - 2;
                        say("{\\"type\\":\\"decision\\",\\"id\\":" + id + ",\\"choices\\":[" + choice + ",0".repeat(more) + "]}");
                    }
                }
                static void say(String line) {
                    System.out.println(line);
                    System.out.flush();
                }
            }
            """;

    @TempDir
    private static Path folder = Path.of("");

    private static Path scenario = Path.of("");
    private static Path windowed = Path.of("");
    private static Path failing = Path.of("");
    private static Path run = Path.of("");

    @BeforeAll
    static void runOnce() throws IOException {
        Path source = Files.writeString(folder.resolve("Turns.java"), PROGRAM);
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, source.toString()))
                .isZero();
        scenario = scenario("mine.yaml", "", "");
        windowed = scenario("windowed.yaml", "", "decision: {window: 1 s}, ");
        failing = scenario("failing.yaml", " fail", "");
        run = folder.resolve("run");
        succeed(Said.by(args("run", scenario, "--allow-external", "--out", run.toString())));
    }

    private static Path scenario(String name, String argument, String decision) throws IOException {
        String command = "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp . Turns%s"
                .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), argument);
        String hello = Files.readString(Path.of("../scenarios/hello.yaml"))
                .replace("duration: 5 min, replications: 3", "duration: 20 s, replications: 2")
                .replace("warmup: 30 s", "warmup: 5 s")
                .replace("rate: 1 /s", "rate: 4 /s")
                .replace(
                        "policies: [nearest, cloud-only]",
                        "policies: [random, {type: external, label: turns, %sparameters: {command: '%s'}}]"
                                .formatted(decision, command));
        return Files.writeString(folder.resolve(name), hello);
    }

    @Test
    void aScenarioStartsNoProgramUnasked() throws IOException {
        Path other = Files.createDirectory(folder.resolve("untrusted"));
        Path copy = Files.copy(scenario, other.resolve("mine.yaml"));
        for (String command : List.of("run", "compare")) {
            Said said = Said.by(args(command, copy));

            assertThat(said.code()).isEqualTo(3);
            assertThat(said.err()).contains("policies[turns]: \"", "Turns", "add --allow-external");
        }
        Said sweep = Said.by(
                "sweep",
                copy.toString(),
                "apps[id=chat].arrivals.rate=1 /s,2 /s",
                "--out",
                other + "/sweep",
                "--quiet");
        assertThat(sweep.code()).isEqualTo(3);
        assertThat(sweep.err()).contains("add --allow-external");
        assertThat(other.resolve("started.txt")).doesNotExist();
    }

    @Test
    void aCheckStartsNoProgram() throws IOException {
        Path other = Files.createDirectory(folder.resolve("checked"));
        succeed(Said.by(
                "check", Files.copy(scenario, other.resolve("mine.yaml")).toString()));
        assertThat(other.resolve("started.txt")).doesNotExist();
    }

    @Test
    void recordedDecisionsGiveTheSameBytesWithoutTheProgram() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path copy = Files.copy(scenario, elsewhere.resolve("mine.yaml"));
        Path again = elsewhere.resolve("run");

        succeed(Said.by(args("run", copy, "--replay", run.toString(), "--threads", "1", "--out", again.toString())));

        for (String file : List.of(
                "summary.csv",
                "replications.csv",
                "choices/policy2-replication1.txt",
                "choices/policy2-replication2.txt")) {
            assertThat(again.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
        assertThat(elsewhere.resolve("started.txt")).doesNotExist();
        assertThat(Files.readString(run.resolve("summary.csv"), StandardCharsets.UTF_8))
                .contains("turns,refusal:each-tenth,rejected_by_policy,");
        assertThat(Files.readString(run.resolve("manifest-sha256.txt"))).contains("  choices/policy2-replication1.txt");
    }

    @Test
    void requestsOfAWindowAreAskedForTogetherAndReplayedTogether() throws IOException {
        Path first = folder.resolve("windowed");
        Path again = folder.resolve("windowed-again");
        succeed(Said.by(args("run", windowed, "--allow-external", "--out", first.toString())));
        succeed(Said.by(args("run", windowed, "--replay", first.toString(), "--out", again.toString())));

        assertThat(again.resolve("summary.csv")).hasSameBinaryContentAs(first.resolve("summary.csv"));
        List<String> decisions = Files.readAllLines(first.resolve("choices/policy2-replication1.txt"));
        assertThat(decisions.get(0)).contains("\"batch\":true");
        assertThat(decisions.stream().skip(1).map(line -> line.split(",", 2)[0]))
                .allMatch(nanos -> Long.parseLong(nanos) % 1_000_000_000 == 0)
                .hasSizeGreaterThan(60)
                .satisfies(times -> assertThat(times.stream().distinct()).hasSizeLessThan(30));
    }

    @Test
    void anyPolicysDecisionsCanBeRecorded() {
        Path recorded = folder.resolve("recorded");
        succeed(Said.by(
                args("run", scenario, "--policies", "random", "--record-decisions", "--out", recorded.toString())));
        succeed(Said.by(args(
                "run",
                scenario,
                "--policies",
                "random",
                "--replay",
                recorded.toString(),
                "--out",
                folder.resolve("recorded-again").toString())));

        assertThat(recorded.resolve("choices/policy1-replication2.txt")).isNotEmptyFile();
        assertThat(folder.resolve("recorded-again/summary.csv"))
                .hasSameBinaryContentAs(recorded.resolve("summary.csv"));
    }

    @Test
    void decisionsOfAnotherRunAreRefusedAtTheFirstThatDiffers() {
        Said said = Said.by(args("run", scenario, "--replay", run.toString(), "--seed", "2", "--out", folder + "/no"));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("turns", "Decision 0 was about request 0", "Maybe the scenario or the version is another.");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    @Test
    void aReplayOfMoreReplicationsNeedsTheProgram() {
        Said said = Said.by(args("run", scenario, "--replay", run.toString(), "--replications", "3"));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("add --allow-external");
    }

    @Test
    void aFolderThatIsNoRunIsNamed() {
        Said said = Said.by(args("run", scenario, "--replay", folder.toString()));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).contains("is not a run's folder: it has no run.json.");
    }

    @Test
    void aPackageRunsAgainByItsRecordedDecisions() {
        Path zip = folder.resolve("mine.zip");
        succeed(Said.by("pack", run.toString(), "-o", zip.toString()));
        succeed(Said.by("verify", zip.toString()));

        Said again = succeed(Said.by("rerun", zip.toString(), "--quiet"));

        assertThat(again.out()).contains("under 2 policies; the recorded decisions of turns", "identical: summary.csv");
    }

    @Test
    void aRunThatLacksDecisionsOfAProgramIsNotPacked() throws IOException {
        Path lacking = folder.resolve("lacking");
        try (var files = Files.walk(run)) {
            for (Path file : files.toList()) {
                Files.copy(file, lacking.resolve(run.relativize(file).toString()));
            }
        }
        String lost = "choices/policy2-replication2.txt";
        Files.delete(lacking.resolve(lost));
        Path manifest = lacking.resolve("manifest-sha256.txt");
        Files.write(
                manifest,
                Files.readAllLines(manifest).stream()
                        .filter(line -> !line.endsWith(lost))
                        .toList());

        Said said = Said.by(
                "pack", lacking.toString(), "-o", folder.resolve("lacking.zip").toString());

        assertThat(said.code()).isNotZero();
        assertThat(said.err()).contains(lost, "is missing: it has the decisions of the external policy turns");
    }

    @Test
    void aProgramThatFailsEndsTheRunAndIsNamed() {
        Path out = folder.resolve("failed");
        Said said = Said.by(args("run", failing, "--allow-external", "--out", out.toString()));

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("turns: Exception in thread \"main\" java.lang.IllegalStateException: no idea")
                .contains("Policy turns failed on a request of app chat: Its program (")
                .contains("Turns fail) ended with exit status 1, and wrote last: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void policiesAreComparedWithPrograms() {
        Said said = succeed(Said.by(args("compare", scenario, "--allow-external")));

        assertThat(said.out()).contains("turns", "random");
    }

    private static String[] args(String command, Path file, String... more) {
        List<String> all = new java.util.ArrayList<>(List.of(command, file.toString(), "--quiet"));
        if (command.equals("run")) {
            all.addAll(List.of("--no-figures", "--no-report"));
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static Said succeed(Said said) {
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }
}
