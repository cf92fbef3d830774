package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.FaultKind;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.RunSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.TransportSpec;
import org.tafsim.network.Network;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.PolicyTypes;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.serving.ServingSystem;
import org.tafsim.sovereignty.LawTimeline;
import org.tafsim.workload.RequestSource;
import org.tafsim.workload.TraceOpener;

/**
 * A scenario ready to run: what does not change from run to run is worked out once, so that any number of runs, on any number
 * of threads, share it.
 */
public final class Simulation {

    private final Scenario scenario;
    private final TraceOpener traces;
    private final Randomness randomness;
    private final AppVariants variants;
    private final LawTimeline law;
    private final ContractIndex contracts;
    private final LawOfWays ways;
    private final List<PlacementIndex> placement;
    private final PolicyTypes types;
    private final HarvestPolicies harvest;

    /**
     * Prepares a scenario, to be run on common random numbers.
     *
     * @param traces opens the traces it replays
     */
    public Simulation(Scenario scenario, TraceOpener traces) {
        this(scenario, traces, Randomness.COMMON);
    }

    /** Prepares a scenario without RAN. */
    public Simulation(Scenario scenario, TraceOpener traces, Randomness randomness) {
        this(scenario, traces, randomness, PolicyTypes.NONE);
    }

    /**
     * Prepares a scenario.
     *
     * @param traces opens the traces it replays
     * @param randomness relates the random numbers of policies and replications
     * @param types of the policies that it may name beside those that route
     * @throws IllegalArgumentException when its RAN names another, or one that refuses its parameters
     */
    public Simulation(Scenario scenario, TraceOpener traces, Randomness randomness, PolicyTypes types) {
        this.types = types;
        harvest = new HarvestPolicies(scenario, types.all(HarvestPolicyType.class));
        this.scenario = scenario;
        this.traces = traces;
        this.randomness = randomness;
        variants = new AppVariants(scenario);
        Network usual = pathsOf(scenario);
        law = compileLaw(variants, usual);
        contracts = new ContractIndex(scenario, variants);
        ways = new LawOfWays(scenario, variants, contracts, usual);
        placement = ways.index(law);
    }

    /** A network without traffic, to be asked for paths. */
    static Network pathsOf(Scenario scenario) {
        return new Network(
                Kernels.create(KernelKind.HEAP), scenario, new RandomStreams(0, 0).keyed("paths"), (token, leg) -> {});
    }

    static LawTimeline compileLaw(AppVariants variants, Network paths) {
        return LawTimeline.compile(
                variants.lawfulScenario(),
                (population, site) -> paths.uplinkPath(population, site).countries());
    }

    /** The law by which requests are placed, over the run; its applications are those of {@link #lawfulScenario}. */
    public LawTimeline law() {
        return law;
    }

    /** The scenario as the law sees it: with the variants that requests without a lawful place become. */
    public Scenario lawfulScenario() {
        return variants.lawfulScenario();
    }

    /**
     * What a replication asks for, and the least that any policy can make of it; nothing is simulated.
     *
     * @param policy label of the policy whose draws the requests come from; of no effect on common random numbers
     * @param replication from 0
     */
    public Demand demand(String policy, int replication) {
        RandomStreams streams = randomness.streams(scenario.run().seed(), policy, replication);
        FeasiblePlaces places = new FeasiblePlaces(scenario, variants, ways, placement);
        return new DemandReader(scenario, streams, traces, places).read(variants);
    }

    /**
     * Runs one replication under one policy. The same arguments give the same result, to the last digit.
     *
     * @param policy label and settings
     * @param type builds the policy
     * @param replication from 0; on common random numbers the same one gives the same requests to every policy
     * @param options how to compute; changes no digit
     * @param sink takes the requests as they end
     * @throws PolicyException when the policy fails
     * @throws org.tafsim.kernel.InvariantViolation when the simulator's own books do not balance
     */
    public RunResult run(
            PolicySpec policy, RoutingPolicyType type, int replication, RunOptions options, RequestSink sink) {
        RandomStreams streams = randomness.streams(scenario.run().seed(), policy.label(), replication);
        Kernel kernel = Kernels.create(options.kernel());
        RunSpec run = scenario.run();
        RunLedgers ledgers = new RunLedgers(scenario, variants, law);
        OutcomeRecorder recorder = new OutcomeRecorder(scenario, ledgers.autonomy(), sink);
        Placement places =
                new Placement(law, placement, new Openings(scenario.replicas().size()));
        Contracts agreed = new Contracts(kernel, scenario, contracts, places);
        PolicyStack policies = new PolicyStack(policy, type, types, streams);
        PipelineTable pipelines = new PipelineTable(scenario, variants, streams);
        OnDemandTable onDemand = new OnDemandTable(scenario);
        LifeCounts lifeCounts = new LifeCounts(kernel, scenario);
        Sessions sessions = new Sessions(kernel, scenario, streams);
        RequestLife life = new RequestLife(
                scenario,
                kernel,
                places,
                ledgers.data(),
                recorder,
                new MeasuredWindow(run),
                pipelines,
                sessions,
                requestLife -> {
                    DoorListener door = new DoorListener(requestLife);
                    Network network = new Network(
                            kernel, scenario, streams.keyed(StreamUse.NETWORK), onDemand.isUsed() ? door : requestLife);
                    ServingSystem serving = new ServingSystem(
                            kernel, scenario.replicas(), onDemand.isUsed() ? door : requestLife, options.steps());
                    Doors doors = new Doors(
                            kernel, scenario, onDemand, places, network, serving, requestLife, lifeCounts, policies);
                    LoadBoard loads = new LoadBoard(
                            kernel,
                            serving,
                            places.openings(),
                            scenario.replicas().size(),
                            run.telemetryNanos());
                    loads.start();
                    Router router = new Router(
                            kernel,
                            scenario,
                            places,
                            agreed,
                            network,
                            loads,
                            doors,
                            sessions,
                            new TariffClock(kernel, scenario),
                            policies);
                    Placer placer = new Placer(
                            kernel,
                            scenario,
                            variants,
                            places,
                            agreed,
                            router,
                            ledgers,
                            requestLife.requests(),
                            requestLife,
                            policy.decision());
                    return new RequestLife.Downstream(network, serving, doors, router, placer);
                });
        sessions.connect(life::onArrival, life.serving()::canEverFit);
        new LawClock(kernel, law, places, ledgers, life).start();
        life.doors().start(options.audit());
        agreed.start(life::retryHeld, options.audit() ? () -> agreed.audit(life.requests()) : () -> {});
        new CutOffs(kernel, scenario, streams.keyed(StreamUse.RESTARTS), places, life.doors(), life::retryHeld).start();
        FleetBook fleet = new FleetBook(kernel, run, scenario.replicas().size());
        startFleet(kernel, policies, places, life, fleet);
        Optional<FaultReport> faults = startFaults(
                kernel,
                streams,
                places,
                life,
                ledgers,
                recorder,
                options,
                policy.other(PolicyRole.SCALING).isPresent());
        Optional<RanLoops> ran = startRan(kernel, streams, places, life);
        EnergyAccounts accounts = new EnergyAccounts(scenario);
        life.serving().accountBy(slot -> life.requests().app[slot]);
        UsageBook usage = new UsageBook(
                kernel,
                scenario,
                life.serving(),
                ran.map(RanLoops::sites).orElse(List.of()),
                fleet::offNanos,
                accounts::add);
        TierSampler sampler = new TierSampler(
                kernel,
                scenario,
                places,
                life.serving(),
                life.doors(),
                new StrandedCapacity(scenario, law, places, life.serving(), life.requests()),
                usage,
                accounts,
                samples -> options.observer().onSamples(policy.label(), replication, samples));
        sampler.start();
        SiteSampler sites = new SiteSampler(kernel, scenario, places, life.serving(), life.doors());
        sites.start();
        int seen = kernel.register(EventRank.OBSERVATION, (entity, argument) -> life.onHorizon());
        int horizon = kernel.register(EventRank.OBSERVATION, (entity, argument) -> {
            usage.end();
            kernel.schedule(run.horizonNanos(), seen, 0, 0); // once all have looked at this instant
        });
        kernel.schedule(run.horizonNanos(), horizon, 0, 0);
        try (Arrivals arrivals = new Arrivals(kernel, sources(streams), life, sessions)) {
            arrivals.start();
            kernel.runUntil(Math.addExact(run.horizonNanos(), run.drainNanos()));
        }
        if (options.audit()) {
            life.serving().audit();
            life.traffic().audit();
            life.doors().audit();
            sessions.auditTables(life.requests());
            agreed.audit(life.requests());
        }
        life.endUnfinished();
        return new RunReport(
                        scenario,
                        law,
                        recorder,
                        pipelines,
                        sessions,
                        ledgers,
                        sampler,
                        new EnergyReport(scenario, recorder, accounts, life.traffic()),
                        onDemand.isUsed() ? Optional.of(lifeCounts) : Optional.empty(),
                        faults,
                        ran.map(loops -> new RanReport(scenario, loops)),
                        new ContractReport(scenario, recorder, agreed),
                        new MobilityReport(scenario, life, sessions),
                        new CellReport(scenario, life.network()),
                        life.refusals(),
                        fleet)
                .result(policy.label(), replication, sites.places(ledgers), kernel.executedEvents());
    }

    /** Turns replicas on and off, where the policy says so. */
    private void startFleet(Kernel kernel, PolicyStack policies, Placement places, RequestLife life, FleetBook book) {
        PolicySpec spec = policies.spec();
        if (spec.other(PolicyRole.SCALING).isEmpty()) {
            return;
        }
        FleetViews views = new FleetViews(
                kernel, scenario, spec.fleet(), places, life.placer(), life.router(), life.serving(), life.network());
        new Fleet(kernel, scenario, policies, places, life.router(), views, book, life::retryHeld).start();
    }

    /** Lets RAN have its share of accelerators, where the scenario says so. */
    private Optional<RanLoops> startRan(Kernel kernel, RandomStreams streams, Placement places, RequestLife life) {
        if (scenario.ran().isEmpty()) {
            return Optional.empty();
        }
        RanLoops loops = new RanLoops(
                kernel,
                scenario,
                streams,
                places,
                life.serving(),
                life.doors(),
                spec -> harvest.of(spec, streams),
                life::retryHeld);
        loops.start();
        return Optional.of(loops);
    }

    /** Lets things fail, where the scenario says so; what came of it, when the run is over. */
    private Optional<FaultReport> startFaults(
            Kernel kernel,
            RandomStreams streams,
            Placement places,
            RequestLife life,
            RunLedgers ledgers,
            OutcomeRecorder recorder,
            RunOptions options,
            boolean isScaled) {
        if (!FaultReport.isWanted(scenario)) {
            return Optional.empty();
        }
        FaultCounts counts = new FaultCounts(kernel, scenario, variants, places);
        boolean isAlone = scenario.sovereignty().cutOffs().isEmpty()
                && scenario.life().isEmpty()
                && scenario.ran().isEmpty()
                && !isScaled;
        List<String> links = scenario.transport() instanceof TransportSpec.Graph graph ? graph.linkNames() : List.of();
        LinkCounts linkCounts = new LinkCounts(kernel, scenario.run(), life.network(), links);
        Detours detours =
                new Detours(kernel, links.size(), life.network(), places, ways, ledgers.law(), linkCounts, life);
        Outages outages = new Outages(
                kernel, scenario.replicas().size(), places, life.doors(), detours, isAlone, life::retryHeld);
        boolean hasLinks = scenario.faults().mayHit(FaultKind.TRANSPORT_LINK);
        counts.start(() -> {
            if (options.audit()) {
                outages.audit();
            }
            if (hasLinks) {
                linkCounts.sample();
            }
        });
        new Faults(kernel, scenario, streams, outages, counts).start();
        new MaintenanceRounds(kernel, scenario, outages, counts, life.router()::isIdle).start();
        return Optional.of(new FaultReport(
                scenario,
                recorder,
                counts,
                life.failovers(),
                life.hedges(),
                hasLinks ? Optional.of(linkCounts) : Optional.empty()));
    }

    private List<RequestSource> sources(RandomStreams streams) {
        return new ArrayList<>(IntStream.range(0, scenario.apps().size())
                .mapToObj(app -> RequestSource.of(scenario, app, streams, traces))
                .toList());
    }
}
