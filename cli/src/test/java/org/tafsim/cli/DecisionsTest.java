package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.ExitCodes;

class DecisionsTest {

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void runThrice() {
        run("plain", "--threads=2");
        run("one", "--decisions=1", "--threads=1");
        run("two", "--decisions=1", "--threads=2");
    }

    private static void run(String name, String... further) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                "../scenarios/whole-life.yaml",
                "--no-figures",
                "--no-report",
                "--quiet",
                "--replications=2",
                "--policies=latency-greedy",
                "--set=sovereignty.mode=enforce",
                "--set=run.duration=10 s",
                "--set=run.warmup=15 s",
                "--out=" + folder.resolve(name)));
        args.addAll(List.of(further));
        Said said = Said.by(args.toArray(new String[0]));
        assertThat(said.code()).as(said.err()).isZero();
    }

    @Test
    void decisionsChangeNoResultAndAreTheSameOnAnyNumberOfThreads() throws IOException {
        assertThat(read("one", "summary.csv")).isEqualTo(read("plain", "summary.csv"));
        assertThat(read("one", "decisions.jsonl")).isEqualTo(read("two", "decisions.jsonl"));
        assertThat(folder.resolve("plain/decisions.jsonl")).doesNotExist();
        assertThat(folder.resolve("one").toFile().list()).noneMatch(name -> name.contains("part"));
    }

    @Test
    void everyRequestIsWrittenDownWithTheRulesThatClosedPlaces() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("one/decisions.jsonl"));

        assertThat(lines).hasSizeGreaterThan(1000);
        assertThat(lines.get(1)).contains("\"refusals\":[{\"rule\":\"R01-gdpr-transfer\",\"anchor\":\"GDPR Art. 44-46");
    }

    @Test
    void explainTellsWhyARequestWentWhereItWent() {
        Said said = Said.by("explain", "voice/0", "--run", folder.resolve("one").toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "voice/0 under latency-greedy, replication 0",
                        "12 of 15 sites with its model were lawful",
                        "R01-gdpr-transfer closed",
                        "stands on GDPR Art. 44-46",
                        "Modelled, not legal advice.");
        assertThat(said.outLines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void explainTellsWhatARuleAsksAndWhatItDidInARun() {
        Said said = Said.by(
                "explain", "R01-gdpr-transfer", "--run", folder.resolve("one").toString());

        assertThat(said.out()).contains("this must hold", "it spoke against places for");
    }

    @Test
    void aRequestThatIsNotThereARunWithoutALogAndAMissingRunAreTold() {
        Said nobody = Said.by(
                "explain", "voice/999999", "--run", folder.resolve("one").toString());
        Said without =
                Said.by("explain", "voice/0", "--run", folder.resolve("plain").toString());
        Said nowhere = Said.by("explain", "voice/0");

        assertThat(List.of(nobody.code(), without.code(), nowhere.code())).containsOnly(ExitCodes.INVALID_INPUT);
        assertThat(nobody.err()).contains("'voice/999999'");
        assertThat(without.err()).contains("Maybe run the scenario with --decisions.");
        assertThat(nowhere.err()).contains("--run my-run");
    }

    @Test
    void verifyFollowsTheChainAndNamesTheLineThatBreaksIt() throws IOException {
        Path whole = folder.resolve("one/decisions.jsonl");
        List<String> lines = Files.readAllLines(whole);
        Path broken = Files.write(folder.resolve("broken.jsonl"), lines.subList(0, lines.size() - 1));

        Said first = Said.by("audit", "verify", whole.toString());
        Said second = Said.by("audit", "verify", broken.toString());

        assertThat(first.code()).isZero();
        assertThat(first.out()).contains("whole, %d decisions".formatted(lines.size() - 2));
        assertThat(second.code()).isEqualTo(ExitCodes.MISMATCH);
        assertThat(second.out()).contains("its end was cut off");
    }

    private static String read(String run, String file) throws IOException {
        return Files.readString(folder.resolve(run).resolve(file));
    }
}
