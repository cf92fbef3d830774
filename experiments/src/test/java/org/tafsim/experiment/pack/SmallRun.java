package org.tafsim.experiment.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.engine.Randomness;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.engine.Simulation;
import org.tafsim.experiment.Build;
import org.tafsim.experiment.Environment;
import org.tafsim.experiment.Host;
import org.tafsim.experiment.Inputs;
import org.tafsim.experiment.Progress;
import org.tafsim.experiment.Provenance;
import org.tafsim.experiment.ReplicationRunner;
import org.tafsim.experiment.RequestLog;
import org.tafsim.experiment.ResultFiles;
import org.tafsim.experiment.RunDraft;
import org.tafsim.experiment.RunFolder;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.RunInfo;
import org.tafsim.experiment.SampleCsv;
import org.tafsim.experiment.SimulationTask;
import org.tafsim.experiment.SummaryTable;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.PolicyRouting;
import org.tafsim.plugins.recorded.ReplayedRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.KnownPolicies;
import org.tafsim.scenario.ResolvedScenarioWriter;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.trace.TraceFiles;

/** A real run of some seconds of simulated time, as the command line makes them. */
final class SmallRun {

    static final Build BUILD = Build.of("0.1.0", "0123456789abcdef0123456789abcdef01234567");
    static final String SBOM = """
            {"bomFormat": "CycloneDX", "metadata": {"component": {"version": "0.1.0"}}}
            """;
    static final RerunEngine ENGINE = (scenario, traces, randomness, recorded) -> new SimulationTask(
            new Simulation(scenario, traces, randomness),
            PolicySet.shipped(),
            new ReplayedRouting(recorded, new PolicyRouting(PolicySet.shipped())),
            RunOptions.DEFAULT);

    private static final Path SCENARIOS = Path.of("..", "scenarios");

    private SmallRun() {}

    /** Hello, three replications of ten seconds. */
    static Path hello(Path folder) throws IOException, InterruptedException {
        return simulate(
                SCENARIOS.resolve("hello.yaml"), folder, "run.duration=10 s", "run.warmup=2 s", "run.series=1 s");
    }

    /** Replays a trace. */
    static Path replay(Path folder) throws IOException, InterruptedException {
        return simulate(SCENARIOS.resolve("trace-replay.yaml"), folder, "run.replications=2");
    }

    private static Path simulate(Path file, Path folder, String... overrides) throws IOException, InterruptedException {
        Scenario scenario = new ScenarioReader(KnownPolicies.of(PolicySet.shipped()))
                .read(
                        file,
                        List.of(overrides).stream().map(ScenarioOverride::parse).toList());
        Inputs inputs = Inputs.of(scenario, ScenarioReader.folderOf(file));
        String resolved = ResolvedScenarioWriter.yaml(inputs.pinned());
        RunId id = RunId.of(scenario.name(), resolved, BUILD.version());
        RunInfo info = RunInfo.of(scenario, id, BUILD.version(), Map.of());
        try (RunDraft draft = RunFolder.at(folder).begin(info, Host.ofThisProcess())) {
            SampleCsv sample = new SampleCsv(RequestLog.NONE, scenario.hasSessions());
            List<RunResult> results = new ReplicationRunner(2, Progress.NONE)
                    .run(
                            scenario.policies(),
                            scenario.run().replications(),
                            ENGINE.task(
                                    scenario, new TraceFiles(SCENARIOS), Randomness.COMMON, ReplayedRouting.Files.NONE),
                            sample);
            sample.write(draft);
            new ResultFiles(draft).write(resolved, results, SummaryTable.of(results));
            new Provenance(Optional.of(Files.readString(file)), inputs, Environment.ofThisProcess(BUILD))
                    .write(draft, PolicySet.shipped());
            return draft.publish();
        }
    }

    /** Packs a run with the usual choices. */
    static Path pack(Path run, Path zip) throws IOException {
        new PackageWriter(BUILD, Optional.of(SBOM)).write(run, PackOptions.DEFAULT, zip);
        return zip;
    }
}
