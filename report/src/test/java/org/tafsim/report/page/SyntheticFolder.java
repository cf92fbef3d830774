package org.tafsim.report.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tafsim.engine.LatencyCurve;
import org.tafsim.engine.Metric;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.CsvText;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.MetricCatalog;
import org.tafsim.experiment.MetricDefinition;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.PolicySpec;
import org.tafsim.report.SyntheticRuns;

/** Writes the folder of a run that never was: its sites lie on a spiral over Europe. */
final class SyntheticFolder {

    private static final int INTERVALS = 120;
    private static final List<String> COUNTRIES = List.of("DE", "FR", "PT", "FI", "IT", "PL", "SE", "ES");

    private String name = "synthetic";
    private List<String> policies = SyntheticRuns.POLICIES;
    private int sites = 8;
    private int replications = 3;
    private int apps;

    SyntheticFolder named(String other) {
        name = other;
        return this;
    }

    SyntheticFolder under(List<String> others) {
        policies = others;
        return this;
    }

    SyntheticFolder withSites(int count) {
        sites = count;
        return this;
    }

    SyntheticFolder withReplications(int count) {
        replications = count;
        return this;
    }

    /** Further applications with all that a run tells of each. */
    SyntheticFolder withApps(int count) {
        apps = count;
        return this;
    }

    List<RunResult> results() {
        return SyntheticRuns.of(policies, replications).stream()
                .map(this::withApps)
                .toList();
    }

    private RunResult withApps(RunResult result) {
        List<Metric> metrics = new ArrayList<>(result.metrics());
        List<LatencyCurve> curves = new ArrayList<>(result.curves());
        for (int app = 0; app < apps; app++) {
            String scope = "app:app-" + app;
            for (MetricDefinition metric : MetricCatalog.shipped()) {
                double value = 1_000 + app + Math.sqrt(result.replication() + metrics.size());
                metrics.add(new Metric(scope, metric.name(), metric.unit(), value));
            }
            result.curves()
                    .forEach(curve ->
                            curves.add(new LatencyCurve(scope, curve.metric(), curve.probabilities(), curve.nanos())));
        }
        return new RunResult(result.policy(), result.replication(), metrics, result.series(), curves, 1);
    }

    Path write(Path folder) {
        List<RunResult> results = results();
        String resolved = scenario();
        List<PolicySpec> specs = policies.stream()
                .map(label -> new PolicySpec(label, "nearest", Map.of()))
                .toList();
        RunInfo info = new RunInfo(RunId.of("synthetic", resolved, "1"), name, 7, replications, specs, "1", Map.of());
        Host host = new Host("17", "Linux", 2, InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z")), () -> 0);
        try (RunDraft draft = RunFolder.at(folder).begin(info, host)) {
            new ResultFiles(draft).write(resolved, results, SummaryTable.of(results));
            draft.write("scenario.yaml", "apiVersion: tafsim/v1\nkind: Scenario\napps:\n  - {id: chat}\n");
            draft.publish();
            put(folder, "sites.csv", sitesCsv());
            put(folder, "flows-over-time.csv", flowsCsv());
            put(folder, "flows.csv", allFlowsCsv());
            put(folder, "sample.csv", sampleCsv());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void put(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String country(int site) {
        return COUNTRIES.get(site % COUNTRIES.size());
    }

    private String site(int number) {
        return "site-" + number + "-" + name;
    }

    private String scenario() {
        StringBuilder text = new StringBuilder("""
                apiVersion: tafsim/v1
                kind: Scenario
                name: %s
                description: "Made up"
                run: {seed: 7, replications: 3, warmup: 60 s, duration: 600 s, drain: 120 s, series: 10 s}
                accelerators:
                  - {id: L4, source: "[A] PCIe 4"}
                operators:
                  - {id: telco, seat: DE, controlledFrom: [DE, FR]}
                sites:
                """.formatted(quoted(name)));
        for (int i = 0; i < sites; i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "  - {id: %s, city: City, country: %s, latitude: %.4f, longitude: %.4f, tier: far-edge, operator: telco}\n",
                    quoted(site(i)),
                    country(i),
                    50 + 10 * StrictMath.sin(i) * i / sites,
                    8 + 16 * StrictMath.cos(i) * i / sites));
        }
        text.append("replicas:\n");
        for (int i = 0; i < sites; i++) {
            text.append("  - {id: r%d, site: %s, model: llama-3.1-8b, accelerator: L4, tensorParallel: 2}\n"
                    .formatted(i, quoted(site(i))));
        }
        return text + """
                populations:
                  - {id: lisbon, city: Lisbon, country: PT, latitude: 38.7227, longitude: -9.1449}
                  - {id: helsinki, city: Helsinki, country: FI, latitude: 60.1756, longitude: 24.9341}
                apps:
                  - {id: chat, sector: consumer, slo: {ttft: 500 ms}}
                sovereignty:
                  rules:
                    - {id: R01-gdpr-transfer, anchor: "GDPR Art. 44-46", status: in-force, mode: audit}
                """;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private String sitesCsv() {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "t_s", "site", "utilization_fraction", "in_flight", "waiting", "violations");
            for (String policy : policies) {
                for (int t = 1; t <= INTERVALS; t++) {
                    for (int i = 0; i < sites; i++) {
                        String share = String.format(Locale.ROOT, "0.%06d", (i * 7919 + t * 104_729) % 1_000_000);
                        csv.writeRecord(policy, 10 * t + ".000000000", site(i), share, "1" + share, share, "2.000000");
                    }
                }
            }
        });
    }

    private String flowsCsv() {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "t_s", "from_country", "to_country", "outside", "gb");
            for (String policy : policies) {
                for (int t = 1; t <= INTERVALS; t++) {
                    for (String to : COUNTRIES) {
                        csv.writeRecord(policy, 10 * t + ".000000000", "DE", to, "false", "0.5");
                    }
                }
            }
        });
    }

    private String allFlowsCsv() {
        return CsvText.of(csv -> {
            csv.writeRecord("policy", "replication", "stage", "data", "from_country", "to_country", "outside", "gb");
            for (String policy : policies) {
                for (int replication = 0; replication < replications; replication++) {
                    csv.writeRecord(
                            policy, "" + replication, "S3_TRANSIT", "transit", "DE", "FR", "false", "" + replication);
                }
                csv.writeRecord(policy, "0", "S5_PROCESSING", "prompt", "DE", "?", "true", "3.000000");
            }
        });
    }

    private String sampleCsv() {
        return CsvText.of(csv -> {
            csv.writeRecord(
                    "policy", "replication", "sequence", "app", "population", "replica", "outcome", "arrival_s");
            for (String policy : policies) {
                for (int i = 0; i < 110; i++) {
                    csv.writeRecord(policy, "0", "" + i, "chat", "lisbon", "r0", "completed", i + ".000000000");
                }
            }
        });
    }
}
