package org.tafsim.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.Regime;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Rule;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.SovereigntySpec;
import org.tafsim.model.StepConstants;
import org.tafsim.model.Upf;
import org.tafsim.scenario.source.Format;

/**
 * Writes a scenario with everything in it: no templates, no catalog entry left out, no default unsaid. The text is the same on
 * every machine, and {@link ScenarioReader} reads it back as the same scenario, whatever later catalogs say.
 */
public final class ResolvedScenarioWriter {

    private final StringBuilder yaml = new StringBuilder();

    private ResolvedScenarioWriter() {}

    /**
     * The text of a scenario.
     *
     * @throws IllegalArgumentException when two different accelerators, models or engines of its replicas, or layers 1 of its RAN, share an id
     */
    public static String yaml(Scenario scenario) {
        ResolvedScenarioWriter writer = new ResolvedScenarioWriter();
        writer.head(scenario);
        writer.catalog(scenario);
        writer.system(scenario);
        writer.apps(scenario);
        writer.law(scenario);
        EnergyWriter.lines(scenario.energy()).forEach(writer::line);
        writer.section("policies", scenario.policies(), ResolvedScenarioWriter::policy);
        return writer.yaml.toString();
    }

    private void head(Scenario scenario) {
        line("# Resolved by tafsim: everything the run used, nothing left to defaults.");
        line("apiVersion: tafsim/v1");
        line("kind: Scenario");
        line("name: " + YamlText.word(scenario.name()));
        if (!scenario.description().isEmpty()) {
            line("description: " + YamlText.word(scenario.description()));
        }
        line("run: " + run(scenario.run()));
    }

    private void catalog(Scenario scenario) {
        List<ReplicaSpec> decoders = scenario.decoders();
        List<BatchReplicaSpec> batches = batches(scenario);
        section(
                "accelerators",
                distinct(scenario.replicas(), ServedReplica::accelerator, AcceleratorProfile::id),
                ProfileWriter::accelerator);
        section("layer1", RanWriter.demands(scenario.ran()), RanWriter::demand);
        section("models", distinct(decoders, ReplicaSpec::model, ModelProfile::id), ProfileWriter::model);
        section("batchModels", distinct(batches, BatchReplicaSpec::model, BatchModel::id), BatchWriter::model);
        section("engines", distinct(decoders, ReplicaSpec::constants, StepConstants::id), ProfileWriter::engine);
        section("accesses", scenario.accesses(), ProfileWriter::access);
        section("cells", CellWriter.profiles(scenario), CellWriter::profile);
        section("slices", scenario.slices(), CellWriter::slice);
    }

    private static List<BatchReplicaSpec> batches(Scenario scenario) {
        return scenario.replicas().stream()
                .filter(BatchReplicaSpec.class::isInstance)
                .map(BatchReplicaSpec.class::cast)
                .toList();
    }

    private void system(Scenario scenario) {
        section("operators", scenario.operators(), SiteWriter::operator);
        section("services", scenario.services(), SiteWriter::service);
        section("sites", scenario.sites(), site -> SiteWriter.site(site, LifeWriter.onDemand(scenario, site)));
        section("upfs", scenario.upfs(), ResolvedScenarioWriter::upf);
        section("populations", scenario.populations(), ResolvedScenarioWriter::population);
        section("journeys", scenario.journeys(), MobilityWriter::journey);
        section("replicas", scenario.replicas(), ResolvedScenarioWriter::replica);
        scenario.life().ifPresent(life -> line("life: " + LifeWriter.life(life)));
        FaultsWriter.lines(scenario.faults()).forEach(this::line);
        section("ran", scenario.ran(), RanWriter::ran);
        line("transport: " + TransportWriter.yaml(scenario.transport()));
    }

    private void apps(Scenario scenario) {
        PipelineWriter pipelines = new PipelineWriter(
                batches(scenario).stream().map(replica -> replica.model().id()).collect(Collectors.toSet()));
        section("apps", scenario.apps(), app -> AppWriter.yaml(app, pipelines));
        scenario.federation().ifPresent(stated -> FederationWriter.lines(stated).forEach(this::line));
    }

    private void law(Scenario scenario) {
        if (scenario.sovereignty().regimes().isEmpty()
                && scenario.sovereignty().rules().isEmpty()
                && scenario.sovereignty().cutOffs().isEmpty()) {
            return;
        }
        line("sovereignty:");
        line("  regimes: " + YamlText.list(scenario.sovereignty().regimes(), ResolvedScenarioWriter::regime));
        line(scenario.sovereignty().rules().isEmpty() ? "  rules: []" : "  rules:");
        List<Rule> rules = scenario.sovereignty().rules();
        rules.forEach(rule -> line("    - " + RuleWriter.yaml(rule, rules)));
        SovereigntySpec law = scenario.sovereignty();
        if (law.reach() != SovereigntySpec.Reach.LIFECYCLE) {
            line("  reach: " + Format.wordOf(law.reach()));
        }
        if (!law.changes().isEmpty()) {
            line("  changes:");
            law.changes().forEach(change -> line("    - " + ChangeWriter.change(change)));
            line("  remedy: " + ChangeWriter.remedy(law.remedy()));
        }
        if (!law.cutOffs().isEmpty()) {
            line("  cutOffs:");
            law.cutOffs().forEach(cutOff -> line("    - " + ChangeWriter.cutOff(cutOff)));
        }
    }

    private <T> void section(String key, List<T> entries, Function<T, String> entry) {
        if (entries.isEmpty()) {
            return;
        }
        line(key + ":");
        entries.forEach(one -> line("  - " + entry.apply(one)));
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    private static String run(RunSpec run) {
        return new Entry()
                .number("seed", run.seed())
                .number("replications", run.replications())
                .duration("warmup", run.warmupNanos())
                .duration("duration", run.durationNanos())
                .duration("drain", run.drainNanos())
                .duration("series", run.seriesNanos())
                .duration("telemetry", run.telemetryNanos())
                .toString();
    }

    private static String upf(Upf upf) {
        Entry entry = new Entry().word("id", upf.id()).word("city", upf.city()).word("country", upf.countryCode());
        return TransportWriter.point(entry, upf.location())
                .word("operator", upf.operatorId())
                .toString();
    }

    private static String population(Population population) {
        Entry entry = new Entry()
                .word("id", population.id())
                .word("city", population.city())
                .word("country", population.countryCode());
        TransportWriter.point(entry, population.location())
                .number("weight", population.weight())
                .word("access", population.accessId())
                .word("upf", population.upfId());
        population.cells().ifPresent(cells -> entry.raw("cells", CellWriter.group(cells)));
        population.movement().ifPresent(movement -> entry.raw("movement", MobilityWriter.movement(movement)));
        return entry.toString();
    }

    private static String replica(ServedReplica replica) {
        if (replica instanceof ReplicaSpec decoder) {
            return decoder(decoder);
        }
        return BatchWriter.replica((BatchReplicaSpec) replica);
    }

    private static String decoder(ReplicaSpec replica) {
        Entry precision = new Entry()
                .number("weightBytes", replica.precision().weightBytes())
                .number("kvBytes", replica.precision().kvBytes())
                .number("attentionBytes", replica.precision().attentionBytes())
                .word("arithmetic", replica.precision().arithmetic().name().toLowerCase(Locale.ROOT));
        Entry entry = new Entry()
                .word("id", replica.id())
                .word("site", replica.siteId())
                .word("model", replica.model().id())
                .word("accelerator", replica.accelerator().id())
                .number("tensorParallel", replica.tensorParallel());
        Parallelism parallelism = replica.parallelism();
        if (parallelism.pipeline()
                > 1) { // these two are said only where they are used, as files older than them lack the keys
            entry.number("pipelineParallel", parallelism.pipeline());
        }
        if (parallelism.isExpertParallel()) {
            entry.raw("expertParallel", "true");
        }
        return entry.raw("precision", precision.toString())
                .raw("limits", limits(replica.limits()).toString())
                .word("engine", replica.constants().id())
                .toString();
    }

    private static Entry limits(BatchLimits limits) {
        Entry entry = new Entry()
                .number("batchedTokens", limits.batchedTokens())
                .number("sequences", limits.sequences())
                .number("blockTokens", limits.blockTokens())
                .number("memoryFraction", limits.memoryFraction());
        limits.kvBlocks().ifPresent(blocks -> entry.number("kvBlocks", blocks));
        if (!limits.rules().prefixCaching()) { // said only where it is off, as files older than it have no such key
            entry.raw("prefixCaching", "false");
        }
        limits.rules().maxContext().ifPresent(tokens -> entry.number("maxContext", tokens));
        limits.rules()
                .swap()
                .ifPresent(swap -> entry.word("preemption", "swap")
                        .raw("hostMemory", swap.bytes() + " B")
                        .quantity("hostLink", swap.bytesPerSecond(), "B/s"));
        return entry;
    }

    private static String regime(Regime regime) {
        return new Entry()
                .word("id", regime.id())
                .words("countries", regime.countries())
                .toString();
    }

    private static String policy(PolicySpec policy) {
        return PolicyText.of(policy);
    }

    /** Parts of things, each once. */
    static <R, T> List<T> distinct(List<R> things, Function<R, T> part, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (R thing : things) {
            T one = part.apply(thing);
            T known = byId.putIfAbsent(id.apply(one), one);
            if (known != null && !known.equals(one)) {
                throw new IllegalArgumentException("Two different things in the scenario are called %s: %s and %s."
                        .formatted(id.apply(one), known, one));
            }
        }
        return List.copyOf(byId.values());
    }
}
