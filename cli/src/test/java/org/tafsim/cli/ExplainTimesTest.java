package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.cli.console.ExitCodes;
import org.tafsim.cli.console.TextTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the time of a request went, out of the requests of a run. */
class ExplainTimesTest {

    private static final Pattern PART = Pattern.compile("^  ([a-z, ]+?) +(-?[0-9,]+\\.[0-9]{3})( .*)?$");

    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void runs() {
        run("parquet", "--requests");
        run("csv", "--requests=csv");
        run("both", "--requests", "--decisions=1");
    }

    private static void run(String name, String... further) {
        List<String> args = new ArrayList<>(List.of(
                "run",
                "../scenarios/border-roaming.yaml",
                "--no-figures",
                "--no-report",
                "--quiet",
                "--replications=1",
                "--policies=nearest,least-loaded",
                "--set=run.duration=2 min",
                "--set=run.warmup=10 s",
                "--out=" + folder.resolve(name)));
        args.addAll(List.of(further));
        Said said = Said.by(args.toArray(new String[0]));
        assertThat(said.code()).as(said.err()).isZero();
    }

    private static Said explain(String run, String... further) {
        List<String> args = new ArrayList<>(
                List.of("explain", "tutor/0", "--run", folder.resolve(run).toString()));
        args.addAll(List.of(further));
        return Said.by(args.toArray(new String[0]));
    }

    @Test
    void thePartsOfATimelineAddUpToTheEndAsTheyArePrinted() {
        Said said = explain("parquet", "--policy", "nearest");

        assertThat(said.code()).as(said.err()).isZero();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal end = BigDecimal.ZERO;
        for (String line : said.outLines()) {
            Matcher part = PART.matcher(line);
            if (part.matches() && part.group(1).equals("to the end")) {
                end = new BigDecimal(part.group(2).replace(",", ""));
            } else if (part.matches() && !part.group(1).equals("to the first token")) {
                sum = sum.add(new BigDecimal(part.group(2).replace(",", "")));
            }
        }
        assertThat(end).isPositive();
        assertThat(sum).isEqualByComparingTo(end);
    }

    @Test
    void aTimelineNamesEveryPartAndKeepsToAHundredColumns() {
        Said said = explain("parquet");

        assertThat(said.outLines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TextTable.WIDTH));
        assertThat(said.out())
                .contains("tutor/0 under nearest, replication 0: where its time went (ms)")
                .contains("tutor/0 under least-loaded, replication 0")
                .contains("completed at ", " from strasbourg; prompt ")
                .contains(
                        "connect",
                        "radio up",
                        "fiber up",
                        "links up",
                        "held",
                        "queue",
                        "prefill, decode to first token")
                .contains(
                        "  decode  ", "links down", "fiber down", "radio down", "to the first token", "to the end", "#")
                .doesNotContain("not legal advice");
    }

    @Test
    void csvAndParquetTellTheSameAndALogOfDecisionsAddsTheLaw() {
        String times = explain("parquet").out();

        assertThat(explain("csv").out()).isEqualTo(times);
        assertThat(explain("both").out())
                .contains("sites with its model were lawful", "not legal advice")
                .contains(times);
    }

    @Test
    void jsonHasTheTimesOfTheFileToTheNanosecond() {
        JsonNode times =
                JsonMapper.shared().readTree(explain("csv", "--json").out()).at("/times/0");

        double sum = times.get("partsMs")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .sum();
        assertThat(times.get("policy").asString()).isEqualTo("nearest");
        assertThat(sum).isCloseTo(times.get("endMs").asDouble(), within(1e-5));
        assertThat(times.get("firstTokenMs").asDouble())
                .isBetween(10.0, times.get("endMs").asDouble());
        assertThat(times.at("/partsMs/radio up").asDouble()).isPositive();
    }

    @Test
    void aRequestThatNobodySentAPolicyThatDidNotRunAndARunWithoutEitherFileAreTold() throws IOException {
        String run = folder.resolve("parquet").toString();
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Said nobody = Said.by("explain", "tutor/999999999", "--run", run);
        Said nonsense = Said.by("explain", "tutor/first", "--run", run);
        Said policy = explain("parquet", "--policy", "farthest");
        Said neither = Said.by("explain", "tutor/0", "--run", empty.toString());
        Said rule = Said.by("explain", "R01-gdpr-transfer", "--json");

        for (Said said : List.of(nobody, nonsense, policy, neither, rule)) {
            assertThat(said.code()).isEqualTo(ExitCodes.INVALID_INPUT);
            assertThat(said.out()).isEmpty();
        }
        assertThat(nobody.err()).contains("requests.parquet: there is no request 'tutor/999999999' in replication 0.");
        assertThat(nonsense.err()).contains("'tutor/first'", "Requests are called APP/NUMBER, from 0.");
        assertThat(policy.err()).contains("under the policy 'farthest'");
        assertThat(neither.err()).contains("neither a log of decisions nor a file of requests", "--requests");
    }
}
