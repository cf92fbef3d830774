package org.tafsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands that hold the model of serving beside measurements, or take what others know of a model. */
class MeasurementCommandsTest {

    private static final String COLUMNS =
            "model,accelerator,tensorParallel,precision,phase,sequences,tokens,output,milliseconds\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path folder;

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return file.toString();
    }

    /** Made up in the form of a published table: decodes that take 50 ms and more on eight cards. */
    private static String published() {
        return IntStream.rangeClosed(1, 24)
                .mapToObj(
                        i -> "llama2-70b,a100-80gb,512,%d,%d,0,0,%d,%d.5,9000,8".formatted(i, 128 + i, 90 + i, 45 + i))
                .collect(Collectors.joining(
                        "\n",
                        "model,hardware,prompt_size,batch_size,token_size,peak_power,average_power,prompt_time,token_time,"
                                + "e2e_time,tensor_parallel\n",
                        "\n"));
    }

    @Test
    void theLedgerGoesIntoTheDocumentBetweenItsMarksAndNothingElseChanges() throws IOException {
        file("data/splitwise-sim/perf_model.csv", published());
        String docs = file("docs/page.md", """
                before
                <!-- serving ledger: written by `tafsim validate serving` -->
                old
                <!-- end of the serving ledger -->
                after
                """);

        Said said =
                Said.by("validate", "serving", "--data", folder.resolve("data").toString(), "--docs", docs);

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains("splitwise-sim, dense, decode step", "fitted");
        assertThat(Files.readString(Path.of(docs)))
                .startsWith("before\n<!-- serving ledger")
                .endsWith("<!-- end of the serving ledger -->\nafter\n")
                .contains("| splitwise-sim | dense | decode step | 24 |")
                .doesNotContain("old");
        assertThat(folder.resolve("docs/images/serving-ledger.png")).isNotEmptyFile();
    }

    @Test
    void theQuickLedgerFitsNothingAndTouchesNoDocument() throws IOException {
        file("data/splitwise-sim/perf_model.csv", published());
        String docs = file("page.md", "as it was\n");
        Path out = folder.resolve("ledger");

        Said said = Said.by(
                "validate",
                "serving",
                "--data",
                folder.resolve("data").toString(),
                "--quick",
                "--docs",
                docs,
                "--out",
                out.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(Path.of(docs))).isEqualTo("as it was\n");
        assertThat(Files.readAllLines(out.resolve("ledger.csv")))
                .hasSize(1 + 24 + 2); // prefills of three and more would be faster than the peaks
        assertThat(out.resolve("ledger.svg")).isNotEmptyFile();
    }

    @Test
    void aFolderWithoutSourcesIsRefused() throws IOException {
        Said said = Said.by("validate", "serving", "--data", folder.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("holds none of the sources", "splitwise-sim");
    }

    @Test
    void theNetworkIsHeldBesideWhatIsThereAndTheRestIsNamed() throws IOException {
        file("data/cloud-rtt/ibm-vpc-europe-avg-2026-08.csv", "from,to,rtt_avg_ms\nFrankfurt,London,14\n");

        Said said =
                Said.by("validate", "network", "--data", folder.resolve("data").toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains("IBM, 1 pairs", "DDDSU, down, 4", "0 of 12 errors that have a bound are outside.");
        assertThat(said.err()).contains("Not there, and left out: cloud-rtt/azure-europe-p50-2023-07.csv");
    }

    @Test
    void aNetworkOutsideItsBoundsEndsTheCommandWithOne() throws IOException {
        file("data/cloud-rtt/ibm-vpc-europe-avg-2026-08.csv", "from,to,rtt_avg_ms\nFrankfurt,London,40\n");
        String data = folder.resolve("data").toString();

        Said said = Said.by("validate", "network", "--data", data, "--json");

        assertThat(said.code()).as(said.err()).isEqualTo(1);
        JsonNode rows = JsonMapper.shared().readTree(said.out());
        assertThat(rows.valueStream().filter(row -> row.get("isBroken").asBoolean()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("table").asString()).isEqualTo("round trips"));
    }

    @Test
    void whatIsWrongInATableOfTheNetworkIsToldAllAtOnce() throws IOException {
        file("data/cloud-rtt/ibm-vpc-europe-avg-2026-08.csv", "from,to,rtt_avg_ms\nParis,London,fast\nParis,Oslo,-3\n");

        Said said =
                Said.by("validate", "network", "--data", folder.resolve("data").toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err().lines())
                .anyMatch(line -> line.contains("2026-08.csv:2:") && line.contains("\"fast\" is not a positive number"))
                .anyMatch(line -> line.contains("2026-08.csv:3:") && line.contains("\"-3\""));
    }

    @Test
    void aFolderWithoutMeasurementsOfTheNetworkIsRefused() {
        Said said = Said.by("validate", "network", "--data", folder.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err()).contains("holds none of the sources", "measured-5g/measured-quantiles.csv");
    }

    @Test
    void rowsThatNoAcceleratorCouldReachAreNamedAllAtOnce() throws IOException {
        String measured = file("measured.csv", COLUMNS + """
                llama-3.1-8b,L4,1,bf16,decode,1,500,1,12
                llama-3.1-8b,L4,1,bf16,decode,8,500,1,75
                lama-3.1-8b,L4,1,bf16,decode,8,500,1,75
                llama-3.1-8b,L4,1,bf16,decode,8,500,1,fast
                """);

        Said said = Said.by("calibrate", measured);

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err().lines().filter(line -> line.contains("measured.csv")))
                .hasSize(3)
                .anyMatch(line -> line.contains("measured.csv:2:") && line.contains("faster"))
                .anyMatch(line -> line.contains("measured.csv:4:") && line.contains("Maybe 'llama-3.1-8b'?"))
                .anyMatch(line -> line.contains("measured.csv:5:") && line.contains("fast"));
    }

    @Test
    void whatACalibrationFindsIsAnEntryForAScenario() throws IOException {
        String rows = IntStream.rangeClosed(1, 24)
                .mapToObj(i -> "llama-3.1-8b,L4,1,bf16,decode,%d,%d,1,%d".formatted(i, 100 * i, 75 + i))
                .collect(Collectors.joining("\n", COLUMNS, "\n"));

        Said said = Said.by("calibrate", file("measured.csv", rows));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("engines:\n  - {id: vllm/L4, ").contains("fitted to measured.csv");
        assertThat(said.err()).contains("held out", "as shipped");
    }

    @Test
    void aConfigThatLacksFieldsIsToldAllOfThem() throws IOException {
        String config = file("own/config.json", """
                {"num_hidden_layers": 24, "hiden_size": 2048, "vocab_size": 32000, "num_attention_heads": 16,
                 "intermediate_size": 5632}
                """);

        Said said = Said.by("catalog", "model", "add", config, "--provider", "FR");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.err())
                .contains("hidden_size", "Maybe 'hiden_size'?", "max_position_embeddings")
                .doesNotContain("Exception");
    }

    @Test
    void aWholeConfigBecomesAnEntryCalledByItsFolder() throws IOException {
        String config = file("own/config.json", """
                {"num_hidden_layers": 24, "hidden_size": 2048, "vocab_size": 32000, "num_attention_heads": 16,
                 "num_key_value_heads": 4, "intermediate_size": 5632, "max_position_embeddings": 8192}
                """);

        Said said = Said.by("catalog", "model", "add", config, "--provider", "FR");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).startsWith("models:\n  - {id: own, provider: FR, layers: 24, ");
    }
}
