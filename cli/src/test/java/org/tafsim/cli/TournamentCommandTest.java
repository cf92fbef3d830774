package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.TextTable;
import org.tafsim.policies.ShippedPolicies;
import org.tafsim.scenario.StarterScenario;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TournamentCommandTest {

    private static final String SHORT_RUN = StarterScenario.text()
            .replaceFirst("warmup: 1 min", "warmup: 1 s")
            .replaceFirst("duration: 10 min", "duration: 10 s");

    @TempDir
    private Path folder = Path.of("");

    private Path one = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void writeScenarios() throws IOException {
        one = Files.writeString(folder.resolve("one.yaml"), SHORT_RUN);
        other = Files.writeString(folder.resolve("other.yaml"), SHORT_RUN.replaceFirst("(?m)^name:.*$", "name: other"));
    }

    @Test
    void allShippedPoliciesHaveAPlaceEverywhere() throws IOException {
        Said said = play(one + "," + other, "--quick", "--replications", "2");

        assertThat(said.code()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        List<String> league = Files.readAllLines(folder.resolve("out/league.csv"));
        assertThat(league).hasSize(1 + ShippedPolicies.all().size());
        assertThat(league.get(0)).matches("rank,policy,mean_place,wins,scenarios,\\S+,other");
        assertThat(league.subList(1, league.size()))
                .allSatisfy(row -> assertThat(row).matches("\\d+,[a-z0-9-]+,\\d+\\.\\d{6},\\d,2,\\d+,\\d+"));
        assertThat(Files.readAllLines(folder.resolve("out/matches.csv")))
                .hasSize(1 + 2 * ShippedPolicies.all().size())
                .anySatisfy(row -> assertThat(row).matches("other,nearest,\\d+,[01]\\.\\d{6},.*,2,"));
        assertThat(said.out()).contains("mean place", "scenario", "first");
    }

    @Test
    void theSameBytesWhateverTheThreads() throws IOException {
        play(one.toString(), "--policies", "nearest,random,thompson", "--threads", "1");
        String oneThread = Files.readString(folder.resolve("out/matches.csv"));
        play(one.toString(), "--policies", "nearest,random,thompson", "--threads", "3");

        assertThat(Files.readString(folder.resolve("out/matches.csv"))).isEqualTo(oneThread);
    }

    @Test
    void jsonIsAllThatIsPrintedForPrograms() {
        Said said = play(one.toString(), "--policies", "nearest,cloud-only", "--replications", "3", "--json");

        JsonNode json = JsonMapper.shared().readTree(said.out());
        assertThat(json.at("/league")).hasSize(2);
        assertThat(json.at("/matches/0/replications").asInt()).isEqualTo(3);
        assertThat(json.at("/matches/0/entries/0/place").asInt()).isEqualTo(1);
        assertThat(json.at("/matches/0/entries/0/slo_attainment").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.at("/left_out")).isEmpty();
    }

    @Test
    void namesThatAreNotKnownAreSaidAtOnce() {
        assertThat(Said.by("tournament", "--policies", "nearst,random,rndom"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(3))
                .satisfies(said -> assertThat(said.err())
                        .contains("no policy 'nearst'. Maybe 'nearest'?", "no policy 'rndom'. Maybe 'random'?"));
        assertThat(play("nowhere.yaml"))
                .satisfies(said -> assertThat(said.code()).isEqualTo(3))
                .satisfies(said -> assertThat(said.err()).contains("there is no scenario 'nowhere.yaml'"));
    }

    @Test
    void aNamedScenarioThatIsWrongIsToldWithItsPlace() throws IOException {
        Files.writeString(other, SHORT_RUN.replaceFirst("warmup", "warmpu"));

        Said said = play(one + "," + other);

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("other.yaml:").contains("warmpu");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void withoutScenariosHereItSaysWhatToDo() {
        Said said =
                Said.by("tournament", "--quiet", "--out", folder.resolve("out").toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("no scenario that can be read in the folder scenarios", "--scenarios a.yaml");
    }

    @Test
    void onePlaceNeedsTwoReplications() {
        Said said = play(one.toString(), "--replications", "1");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--replications (1) must be at least 2.");
    }

    private Said play(String scenarios, String... arguments) {
        List<String> all = new ArrayList<>(List.of("tournament", "--quiet", "--scenarios", scenarios));
        all.addAll(List.of("--out", folder.resolve("out").toString()));
        all.addAll(List.of(arguments));
        return Said.by(all.toArray(new String[0]));
    }

    @Test
    void policiesOfOtherRolesPlayBesideTheRouterWhichPlaysAlone() throws IOException {
        Said said = play(one.toString(), "--quick", "--replications", "2", "--kind", "order");

        assertThat(said.code()).isZero();
        assertThat(Files.readString(folder.resolve("out/league.csv")))
                .contains(",none,", ",first-come,", ",shortest-prompt,", ",least-attained,");
    }

    @Test
    void onlyKindsThatStandBesideARouterPlay() {
        Said said = play(one.toString(), "--kind", "harvest");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("--kind: no harvest policies play; expected one of routing, admission, order");
    }
}
