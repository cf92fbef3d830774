package org.tafsim.cli.scenario;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tafsim.cli.console.TextTable;
import org.tafsim.cli.console.Words;
import org.tafsim.model.App;
import org.tafsim.model.BatchModel;
import org.tafsim.model.Pipeline;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.Tier;
import org.tafsim.serving.KvCapacity;
import org.tafsim.workload.TraceOpener;
import picocli.CommandLine.Help.Ansi;

/** What a scenario holds, for people who want to see that it is what they meant. */
public final class ScenarioSummary {

    private final Scenario scenario;
    private final TraceOpener traces;

    ScenarioSummary(Scenario scenario, TraceOpener traces) {
        this.scenario = scenario;
        this.traces = traces;
    }

    void print(PrintWriter out, Ansi ansi) {
        RunSpec run = scenario.run();
        out.println("%s: %d replications of %s after %s of warm-up, seed %d"
                .formatted(
                        scenario.name(),
                        run.replications(),
                        duration(run.durationNanos()),
                        duration(run.warmupNanos()),
                        run.seed()));
        String policies = String.join(
                ", ", scenario.policies().stream().map(PolicySpec::label).toList());
        TextTable.folded("policies: " + policies, TextTable.WIDTH).forEach(out::println);
        out.println("rules: " + rules());
        out.println();
        tiers().print(out, ansi);
        out.println();
        models().print(out, ansi);
        out.println();
        apps().print(out, ansi);
    }

    private String rules() {
        TreeMap<String, Integer> byMode = new TreeMap<>();
        for (Rule rule : scenario.sovereignty().rules()) {
            byMode.merge(Words.wordOf(rule.mode()), 1, Integer::sum);
        }
        List<String> counts = byMode.entrySet().stream()
                .map(entry -> "%d in %s".formatted(entry.getValue(), entry.getKey()))
                .toList();
        return counts.isEmpty() ? "none" : String.join(", ", counts);
    }

    private TextTable tiers() {
        TextTable table = TextTable.of("tier", "sites#", "replicas#", "accelerators#", "countries");
        for (Tier tier : Tier.values()) {
            List<Site> sites = scenario.sites().stream()
                    .filter(site -> site.tier() == tier)
                    .toList();
            if (!sites.isEmpty()) {
                addTier(table, tier, sites);
            }
        }
        return table;
    }

    private void addTier(TextTable table, Tier tier, List<Site> sites) {
        Set<String> ids = new TreeSet<>(sites.stream().map(Site::id).toList());
        Set<String> countries =
                new TreeSet<>(sites.stream().map(Site::countryCode).toList());
        List<ServedReplica> replicas = scenario.replicas().stream()
                .filter(replica -> ids.contains(replica.siteId()))
                .toList();
        table.add(
                tier.word(),
                count(sites.size()),
                count(replicas.size()),
                count(accelerators(replicas)),
                String.join(" ", countries));
    }

    private TextTable models() {
        TextTable table = TextTable.of("model", "replicas#", "accelerators#", "KV cache (tokens)#", "smallest#");
        Set<String> models = new TreeSet<>(scenario.replicas().stream()
                .map(replica -> replica.model().id())
                .toList());
        for (String model : models) {
            List<ServedReplica> replicas = scenario.replicas().stream()
                    .filter(replica -> replica.model().id().equals(model))
                    .toList();
            LongSummaryStatistics tokens = scenario.decoders().stream()
                    .filter(replica -> replica.model().id().equals(model))
                    .mapToLong(ScenarioSummary::kvTokens)
                    .summaryStatistics();
            boolean decodes = tokens.getCount() > 0;
            table.add(
                    model,
                    count(replicas.size()),
                    count(accelerators(replicas)),
                    decodes ? count(tokens.getSum()) : "none",
                    decodes ? count(tokens.getMin()) : "none");
        }
        return table;
    }

    private TextTable apps() {
        TextTable table = TextTable.of("app", "class", "model", "requests/s#", "input/s#", "output tokens/s#");
        for (int i = 0; i < scenario.apps().size(); i++) {
            App app = scenario.apps().get(i);
            OfferedLoad load = OfferedLoad.of(scenario, i, traces);
            List<Pipeline.Stage> stages = app.pipeline().stages();
            for (int stage = 0; stage < stages.size(); stage++) {
                String model = stage == 0
                        ? app.modelId()
                        : app.pipeline().then().get(stage - 1).modelId();
                Optional<BatchModel> batch = findBatchModel(model);
                table.add(
                        stages.size() == 1
                                ? app.id()
                                : app.id() + "/" + stages.get(stage).id(),
                        app.dataClass().name(),
                        model,
                        String.format(Locale.ROOT, "%.3f", load.requestsPerSecond()),
                        String.format(
                                Locale.ROOT,
                                "%.0f %s",
                                load.inputPerSecond(stage),
                                batch.map(BatchModel::unit).orElse("tokens")),
                        batch.isPresent() ? "none" : String.format(Locale.ROOT, "%.0f", load.outputPerSecond(stage)));
            }
        }
        return table;
    }

    private Optional<BatchModel> findBatchModel(String id) {
        return scenario.replicas().stream()
                .map(ServedReplica::model)
                .filter(model -> model.id().equals(id))
                .findFirst()
                .filter(BatchModel.class::isInstance)
                .map(BatchModel.class::cast);
    }

    private static int accelerators(List<ServedReplica> replicas) {
        return replicas.stream().mapToInt(ServedReplica::accelerators).sum();
    }

    private static long kvTokens(ReplicaSpec replica) {
        return (long) KvCapacity.of(replica).blocks() * replica.limits().blockTokens();
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String duration(long nanos) {
        return String.format(Locale.ROOT, "%.0f s", nanos / 1e9);
    }
}
