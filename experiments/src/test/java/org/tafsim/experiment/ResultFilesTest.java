package org.tafsim.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tafsim.engine.Metric;
import org.tafsim.engine.NetworkSegments;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RunResult;
import org.tafsim.model.PolicySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultFilesTest {

    private static final List<PolicySpec> POLICIES = Runs.policies("nearest", "say \"hi\", all");

    private final Path parent;

    ResultFilesTest(@TempDir Path parent) {
        this.parent = parent;
    }

    @Test
    void summaryIsLongFormWithSixDecimals() throws IOException {
        List<RunResult> results = List.of(Runs.of("nearest", 0, "ttft_p95", 10), Runs.of("nearest", 1, "ttft_p95", 12));

        Path folder = write(parent.resolve("run"), results);

        // s = √2, t(0.975, 1) = 12.706205
        assertThat(folder.resolve("summary.csv")).hasContent("""
                policy,scope,metric,unit,mean,half_width,n
                nearest,all,ttft_p95,ms,11.000000,12.706205,2
                """);
    }

    @Test
    void replicationsHoldTheExactValues() throws IOException {
        List<RunResult> results =
                List.of(Runs.of("nearest", 0, "ttft_p95", 10), Runs.of("nearest", 1, "ttft_p95", 1.0 / 3));

        Path folder = write(parent.resolve("run"), results);

        assertThat(folder.resolve("replications.csv")).hasContent("""
                policy,scope,metric,unit,replication,value
                nearest,all,ttft_p95,ms,0,10
                nearest,all,ttft_p95,ms,1,0.3333333333333333
                """);
    }

    @Test
    void oneReplicationLeavesTheHalfWidthEmpty() throws IOException {
        Path folder = write(parent.resolve("run"), List.of(Runs.of("nearest", 0, "ttft_p95", 10)));

        assertThat(folder.resolve("summary.csv")).content().endsWith("nearest,all,ttft_p95,ms,10.000000,,1\n");
        assertThat(json(folder).at("/summary/0/half_width").isNull()).isTrue();
    }

    @Test
    void namesAreQuotedAsRfc4180Has() throws IOException {
        List<Metric> metrics = List.of(new Metric("app:a,b", "ttft_p95", "ms", 1));

        Path folder = write(parent.resolve("run"), List.of(Runs.of("say \"hi\"", 0, metrics)));

        assertThat(folder.resolve("summary.csv"))
                .content()
                .endsWith("\"say \"\"hi\"\"\",\"app:a,b\",ttft_p95,ms,1.000000,,1\n");
    }

    @Test
    void seriesCurvesAndDifferencesHaveTheirColumns() throws IOException {
        List<RunResult> results = List.of(
                Runs.simulate(POLICIES.get(0), 0, request -> {}), Runs.simulate(POLICIES.get(1), 0, request -> {}));

        Path folder = write(parent.resolve("run"), results);

        assertThat(Files.readAllLines(folder.resolve("series.csv")))
                .hasSize(5)
                .startsWith("policy,replication,t_s,entity,metric,value")
                .element(1)
                .asString()
                .matches("nearest,0,1\\.000000000,tier:cloud,utilization_fraction,0\\.\\d{6}");
        assertThat(Files.readAllLines(folder.resolve("cdf.csv")))
                .startsWith(
                        "policy,scope,metric,probability,value_ms",
                        "nearest,all,ttft,0.500000,1.000000",
                        "nearest,all,ttft,0.950000,3.000000");
        assertThat(Files.readAllLines(folder.resolve("differences.csv")))
                .hasSize(3)
                .startsWith("policy,baseline,scope,metric,unit,mean_difference,half_width,n,adjusted_p_value")
                .element(1)
                .asString()
                .matches("\"say \"\"hi\"\", all\",nearest,all,slo_attainment,fraction,-?0\\.\\d{6},,1,1\\.000000");
        assertThat(folder.resolve("scenario.resolved.yaml")).hasContent(Runs.SCENARIO);
    }

    @Test
    void jsonHoldsTheDigitsOfTheCsv() throws Exception {
        List<RunResult> results =
                new ReplicationRunner(2, Progress.NONE).run(POLICIES, 3, Runs::simulate, RequestLog.NONE);

        Path folder = write(parent.resolve("run"), results);

        JsonNode rows = json(folder).get("summary");
        List<String> lines = Files.readAllLines(folder.resolve("summary.csv"));
        assertThat(rows.size()).isEqualTo(lines.size() - 1).isEqualTo(6);
        for (int i = 0; i < rows.size(); i++) {
            JsonNode row = rows.get(i);
            assertThat(lines.get(i + 1))
                    .endsWith("%s,%s,%s,%s,%s"
                            .formatted(
                                    row.get("metric").asString(),
                                    row.get("unit").asString(),
                                    row.get("mean").decimalValue().setScale(6).toPlainString(),
                                    row.get("half_width")
                                            .decimalValue()
                                            .setScale(6)
                                            .toPlainString(),
                                    row.get("n").asInt()));
        }
        assertThat(folder.resolve("summary.json")).content().containsPattern("\"mean\" : \\d+\\.\\d{6},");
        assertThat(json(folder).get("differences").size()).isEqualTo(2);
    }

    @Test
    void everyByteButProvenanceIsTheSameWhateverTheThreadsAndTheLocale() throws Exception {
        Locale before = Locale.getDefault();
        try {
            Map<String, String> one = runAndRead(parent.resolve("one"), 1);
            Map<String, String> again = runAndRead(parent.resolve("again"), 1);
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Map<String, String> three = runAndRead(parent.resolve("three"), 3);

            assertThat(one).hasSize(12).isEqualTo(again).isEqualTo(three);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void requestsComeInTheOrderOfRunsWithEmptyTimesWhereTheyNeverGot() throws Exception {
        RunTask task = (policy, replication, sink) -> {
            sink.record(Runs.request(replication, 0));
            sink.record(Runs.request(9, 1_500_000_000L));
            return Runs.of(policy.label(), replication, "ttft_p95", 1);
        };
        RunFolder folder = RunFolder.at(parent.resolve("run"));

        try (RunDraft draft = folder.begin(Runs.info(POLICIES, 2), Runs.HOST)) {
            RequestCsv requests = new RequestCsv(draft);
            new ReplicationRunner(2, Progress.NONE).run(POLICIES, 2, task, requests);
            requests.complete();
            draft.publish();
        }

        List<String> lines = Files.readAllLines(folder.path().resolve("requests.csv"));
        String times = "0.000000001,0.000000002,0.000000003,0.000000004";
        String segments = ",0.000000000".repeat(7);
        assertThat(lines)
                .hasSize(9)
                .startsWith(
                        String.join(",", RequestCsv.HEADER),
                        "nearest,0,0,chat,munich,edge#0,completed,true,512,128," + times + ",,0" + segments,
                        "nearest,0,9,chat,munich,edge#0,completed,true,512,128," + times + ",1.500000000,0" + segments,
                        "nearest,1,1,chat,munich,edge#0,completed,true,512,128," + times + ",,0" + segments);
        assertThat(lines.get(5)).startsWith("\"say \"\"hi\"\", all\",0,0,");
        assertThat(folder.path().resolve("manifest-sha256.txt")).content().contains("requests.csv\n");
        try (Stream<Path> files = Files.list(folder.path())) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.contains(".part"));
        }
    }

    @Test
    void requestsOfSessionsSayWhichAndTheirPlace() throws Exception {
        RequestRecord alone = Runs.request(7, 0);
        RequestRecord turn = new RequestRecord(
                70_002,
                7,
                2,
                "chat",
                "munich",
                "edge#0",
                Outcome.COMPLETED,
                true,
                512,
                128,
                1,
                2,
                3,
                4,
                5,
                0,
                NetworkSegments.NONE);
        RunTask task = (policy, replication, sink) -> {
            sink.record(alone);
            sink.record(turn);
            return Runs.of(policy.label(), replication, "ttft_p95", 1);
        };
        RunFolder folder = RunFolder.at(parent.resolve("run"));

        try (RunDraft draft = folder.begin(Runs.info(POLICIES, 1), Runs.HOST)) {
            RequestCsv requests = new RequestCsv(draft, true);
            new ReplicationRunner(1, Progress.NONE).run(POLICIES, 1, task, requests);
            requests.complete();
            draft.publish();
        }

        List<String> lines = Files.readAllLines(folder.path().resolve("requests.csv"));
        assertThat(lines.get(0)).endsWith(",radio_down_s,session,session_request");
        assertThat(lines.get(1)).endsWith(",0.000000000,,");
        assertThat(lines.get(2)).startsWith("nearest,0,70002,chat").endsWith(",0.000000000,7,2");
    }

    @Test
    void diskThatFillsUpWithRequestsFailsTheRunAndLeavesNothing() throws IOException {
        RunTask endless = (policy, replication, sink) -> {
            while (true) {
                sink.record(Runs.request(1, 1));
            }
        };
        RunFolder folder = RunFolder.at(parent.resolve("run"));

        assertThatThrownBy(() -> {
                    try (RunDraft draft =
                            folder.begin(Runs.info(POLICIES, 2), Runs.HOST, FullDisk.tellingAtOnce(100_000))) {
                        new ReplicationRunner(2, Progress.NONE).run(POLICIES, 2, endless, new RequestCsv(draft));
                    }
                })
                .isInstanceOf(RunFailedException.class)
                .hasMessageMatching("Policy .*, replication .: Cannot write .*: No space left on device\\.");

        try (Stream<Path> files = Files.list(parent)) {
            assertThat(files).isEmpty();
        }
    }

    private Path write(Path path, List<RunResult> results) throws IOException {
        try (RunDraft draft = RunFolder.at(path).begin(Runs.info(POLICIES, 1), Runs.HOST)) {
            new ResultFiles(draft).write(Runs.SCENARIO, results, SummaryTable.of(results));
            return draft.publish();
        }
    }

    private static Map<String, String> runAndRead(Path path, int threads) throws Exception {
        try (RunDraft draft = RunFolder.at(path).begin(Runs.info(POLICIES, 4), Runs.HOST)) {
            RequestCsv requests = new RequestCsv(draft);
            SampleCsv sample = new SampleCsv(requests, false);
            List<RunResult> results =
                    new ReplicationRunner(threads, Progress.NONE).run(POLICIES, 4, Runs::simulate, sample);
            requests.complete();
            sample.write(draft);
            new ResultFiles(draft).write(Runs.SCENARIO, results, SummaryTable.of(results));
            draft.publish();
        }
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        texts.keySet().removeAll(List.of("run.json", "manifest-sha256.txt"));
        return texts;
    }

    private static JsonNode json(Path folder) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(folder.resolve("summary.json")));
    }
}
