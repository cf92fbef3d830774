package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.tafsim.model.Pipeline;
import org.tafsim.model.Rule;
import org.tafsim.model.Scenario;
import org.tafsim.model.Stage;
import org.tafsim.model.Tier;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.sovereignty.PlacementCount;
import org.tafsim.sovereignty.RuleCount;
import org.tafsim.stats.LatencyHistogram;

/** Turns what a run counted into metrics, in a stated order. Quantities without a single observation are left out. */
final class RunReport {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final List<Double> PROBABILITIES = IntStream.rangeClosed(1, 999)
            .filter(i -> i % 5 == 0 || i > 990)
            .mapToObj(i -> i / 1000.0)
            .toList();

    private final Scenario scenario;
    private final OutcomeRecorder recorder;
    private final PipelineTable pipelines;
    private final Sessions sessions;
    private final LawTimeline law;
    private final RunLedgers ledgers;
    private final TierSampler sampler;
    private final EnergyReport energy;
    private final Optional<LifeCounts> life;
    private final Optional<FaultReport> faults;
    private final Optional<RanReport> ran;
    private final ContractReport contracts;
    private final MobilityReport mobility;
    private final CellReport cells;
    private final Refusals refusals;
    private final FleetBook fleet;
    private final List<Metric> metrics = new ArrayList<>();
    private final List<LatencyCurve> curves = new ArrayList<>();

    RunReport(
            Scenario scenario,
            LawTimeline law,
            OutcomeRecorder recorder,
            PipelineTable pipelines,
            Sessions sessions,
            RunLedgers ledgers,
            TierSampler sampler,
            EnergyReport energy,
            Optional<LifeCounts> life,
            Optional<FaultReport> faults,
            Optional<RanReport> ran,
            ContractReport contracts,
            MobilityReport mobility,
            CellReport cells,
            Refusals refusals,
            FleetBook fleet) {
        this.law = law;
        this.scenario = scenario;
        this.recorder = recorder;
        this.pipelines = pipelines;
        this.sessions = sessions;
        this.ledgers = ledgers;
        this.sampler = sampler;
        this.energy = energy;
        this.life = life;
        this.faults = faults;
        this.ran = ran;
        this.contracts = contracts;
        this.mobility = mobility;
        this.cells = cells;
        this.refusals = refusals;
        this.fleet = fleet;
    }

    RunResult result(String policy, int replication, PlaceSeries places, long executedEvents) {
        AppStatistics all = new AppStatistics();
        for (int app = 0; app < scenario.apps().size(); app++) {
            all.merge(recorder.of(app));
        }
        addRequests("all", all, ledgers.law().total());
        for (int app = 0; app < scenario.apps().size(); app++) {
            String scope = "app:" + scenario.apps().get(app).id();
            addRequests(scope, recorder.of(app), ledgers.placedOf(app));
            sessions.statistics(app).ifPresent(of -> metrics.addAll(SessionReport.metrics(scope, of, mayLose())));
            addStages(app);
        }
        addTiers(all.outcomes[Outcome.COMPLETED.column()]);
        addRules();
        metrics.addAll(energy.metrics());
        life.ifPresent(counts -> metrics.addAll(new LifeReport(scenario, recorder, counts).metrics()));
        faults.ifPresent(report -> metrics.addAll(report.metrics()));
        ran.ifPresent(report -> metrics.addAll(report.metrics()));
        metrics.addAll(contracts.metrics());
        metrics.addAll(mobility.metrics());
        metrics.addAll(cells.metrics());
        metrics.addAll(refusals.metrics());
        metrics.addAll(fleet.metrics());
        SovereigntyReport sovereignty = new SovereigntyReport(scenario, law, ledgers, sampler.stranded());
        metrics.addAll(sovereignty.metrics());
        List<SeriesSample> series = new ArrayList<>(sampler.series());
        life.ifPresent(counts -> series.addAll(counts.series()));
        faults.ifPresent(report -> series.addAll(report.series()));
        ran.ifPresent(report -> series.addAll(report.series()));
        series.addAll(contracts.series());
        series.addAll(fleet.series());
        ledgers.autonomy().ifPresent(curve -> series.addAll(curve.series()));
        return new RunResult(policy, replication, metrics, series, curves, sovereignty.flows(), places, executedEvents);
    }

    private void addRequests(String scope, AppStatistics of, PlacementCount placed) {
        long requests = of.requests();
        double seconds = scenario.run().durationNanos() / 1e9;
        add(scope, "requests", "count", (double) requests);
        for (Outcome outcome : Outcome.values()) {
            if (isPossible(outcome)) {
                add(scope, outcome.word(), "count", (double) of.outcomes[outcome.column()]);
            }
        }
        addFraction(scope, "slo_attainment", of.metSlo, requests);
        add(scope, "goodput", "1/s", (double) of.metSlo / seconds);
        addLatency(scope, "ttft", of.ttft);
        addLatency(scope, "tpot", of.tpot);
        addLatency(scope, "e2e", of.endToEnd);
        if (of.endToEnd.count() > 0) {
            add(scope, "network_mean", "ms", of.networkNanos.mean() / NANOS_PER_MILLI);
            addSegments(scope, of);
            add(scope, "queue_mean", "ms", of.queueNanos.mean() / NANOS_PER_MILLI);
            add(scope, "compute_mean", "ms", of.computeNanos.mean() / NANOS_PER_MILLI);
            curves.add(curve(scope, "ttft", of.ttft));
            curves.add(curve(scope, "e2e", of.endToEnd));
        }
        add(scope, "prompt_tokens", "count", (double) of.promptTokens);
        add(scope, "output_tokens", "count", (double) of.outputTokens);
        add(scope, "output_tokens_per_s", "1/s", (double) of.outputTokens / seconds);
        addFraction(scope, "prefix_hit_ratio", of.cachedTokens, of.knownTokens);
        addFraction(scope, "in_jurisdiction", placed.inJurisdiction(), placed.placements());
        addFraction(scope, "jurisdiction_unknown", placed.jurisdictionUnknown(), placed.placements());
        addFraction(scope, "operator_control", placed.ownControl(), placed.placements());
        addFraction(scope, "violating_requests", placed.breaking(), placed.placements());
    }

    /** Parts of the time on the network; the last was spent held, or with a replica that was lost. */
    private void addSegments(String scope, AppStatistics of) {
        add(scope, "connect_mean", "ms", of.connectNanos.mean() / NANOS_PER_MILLI);
        add(scope, "radio_mean", "ms", of.radioNanos.mean() / NANOS_PER_MILLI);
        add(scope, "fiber_mean", "ms", of.fiberNanos.mean() / NANOS_PER_MILLI);
        add(scope, "links_mean", "ms", of.linkNanos.mean() / NANOS_PER_MILLI);
        add(scope, "held_mean", "ms", of.heldNanos.mean() / NANOS_PER_MILLI);
    }

    /** Whether something can take a replica from a request. */
    private boolean mayLose() {
        return !scenario.faults().isEmpty()
                || !scenario.ran().isEmpty()
                || !scenario.sovereignty().cutOffs().isEmpty();
    }

    /** The stages of an application's pipeline, where it has one. */
    private void addStages(int app) {
        Pipeline pipeline = scenario.apps().get(app).pipeline();
        for (int stage = 0; pipeline.goesOn() && stage < pipeline.stages().size(); stage++) {
            String scope = "app:%s/%s"
                    .formatted(
                            scenario.apps().get(app).id(),
                            pipeline.stages().get(stage).id());
            StageStatistics of = pipelines.of(app, stage);
            addLatency(scope, "stage", of.time);
            if (of.hasBudget()) {
                addFraction(scope, "stage_within_budget", of.withinBudget(), of.time.count());
            }
        }
    }

    private boolean isPossible(Outcome outcome) {
        return switch (outcome) {
            case EXPIRED -> isAnybodyImpatient();
            case REJECTED_NO_CONTRACT -> scenario.federation().isPresent();
            default -> true;
        };
    }

    private boolean isAnybodyImpatient() {
        return scenario.apps().stream()
                .anyMatch(app -> app.requestTerms().timeoutNanos().isPresent());
    }

    private void addTiers(long completed) {
        for (Tier tier : Tier.values()) {
            int column = TierSampler.column(tier);
            if (sampler.hasTier(column)) {
                String scope = "tier:" + tier.word();
                add(scope, "utilization", "fraction", sampler.utilization(column));
                add(scope, "kv_used_mean", "fraction", sampler.meanKvUsed(column));
                addFraction(scope, "requests_served", servedBy(tier), completed);
                add(scope, "iterations", "count", (double)
                        sampler.measured(column).iterations());
                add(scope, "preemptions", "count", (double)
                        sampler.measured(column).preemptions());
                if (swapsAnywhere()) {
                    add(scope, "swaps", "count", (double)
                            sampler.measured(column).swaps());
                }
                addFraction(
                        scope,
                        "prefix_hit_ratio",
                        sampler.measured(column).cachedTokens(),
                        sampler.measured(column).searchedTokens());
            }
        }
    }

    private boolean swapsAnywhere() {
        return scenario.decoders().stream()
                .anyMatch(replica -> replica.limits().rules().swap().isPresent());
    }

    /** Breaches in all, then by stage, by rule, and by both; rules in shadow are listed, not added up. */
    private void addRules() {
        List<RuleCount> counts = ledgers.law().ruleCounts();
        List<RuleCount> counted = counts.stream()
                .filter(count -> count.mode() != Rule.Mode.SHADOW)
                .toList();
        addBreaches("all", "violations", counted);
        for (Stage stage : Stage.values()) {
            addBreaches(
                    "stage:" + stage,
                    "violations",
                    only(counted, count -> count.check().stage() == stage));
        }
        List<Rule> rules =
                counts.stream().map(count -> count.check().rule()).distinct().toList();
        for (Rule rule : rules) {
            addBreaches(
                    "rule:" + rule.id(),
                    nameOf(rule),
                    only(counts, count -> count.check().rule().equals(rule)));
        }
        for (RuleCount count : counts) {
            Rule rule = count.check().rule();
            addBreaches("rule:" + rule.id() + "@" + count.check().stage(), nameOf(rule), List.of(count));
        }
    }

    private static String nameOf(Rule rule) {
        return rule.mode() == Rule.Mode.SHADOW ? "shadow_violations" : "violations";
    }

    private void addBreaches(String scope, String name, List<RuleCount> counts) {
        add(scope, name, "count", sum(counts, RuleCount::broken));
        add(scope, "unknown_checks", "count", sum(counts, RuleCount::unknowns));
    }

    private static List<RuleCount> only(List<RuleCount> counts, Predicate<RuleCount> which) {
        return counts.stream().filter(which).toList();
    }

    private static double sum(List<RuleCount> counts, ToLongFunction<RuleCount> what) {
        return (double) counts.stream().mapToLong(what).sum();
    }

    private long servedBy(Tier tier) {
        return IntStream.range(0, scenario.replicas().size())
                .filter(replica -> sampler.tierOf(replica) == TierSampler.column(tier))
                .mapToLong(recorder::servedBy)
                .sum();
    }

    private void addLatency(String scope, String name, LatencyHistogram histogram) {
        if (histogram.count() > 0) {
            add(scope, name + "_mean", "ms", histogram.meanNanos() / NANOS_PER_MILLI);
            add(scope, name + "_p50", "ms", histogram.quantileNanos(0.50) / NANOS_PER_MILLI);
            add(scope, name + "_p95", "ms", histogram.quantileNanos(0.95) / NANOS_PER_MILLI);
            add(scope, name + "_p99", "ms", histogram.quantileNanos(0.99) / NANOS_PER_MILLI);
        }
    }

    private void addFraction(String scope, String name, long part, long whole) {
        if (whole > 0) {
            add(scope, name, "fraction", (double) part / (double) whole);
        }
    }

    private void add(String scope, String name, String unit, double value) {
        metrics.add(new Metric(scope, name, unit, value));
    }

    private static LatencyCurve curve(String scope, String metric, LatencyHistogram histogram) {
        return new LatencyCurve(scope, metric, PROBABILITIES, histogram.quantilesNanos(PROBABILITIES));
    }
}
