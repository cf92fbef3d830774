package org.tafsim.experiment.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.engine.Randomness;
import org.tafsim.experiment.PluginList;
import org.tafsim.experiment.RunId;
import org.tafsim.experiment.ScenarioReaders;
import org.tafsim.experiment.plan.Experiment;
import org.tafsim.experiment.plan.Point;
import org.tafsim.experiment.plan.Setting;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Scenario;
import org.tafsim.policies.PolicySet;
import org.tafsim.scenario.ResolvedScenarioWriter;
import org.tafsim.scenario.ScenarioException;
import org.tafsim.scenario.ScenarioOverride;
import org.tafsim.scenario.ScenarioReader;
import org.tafsim.scenario.source.Problem;

/** An experiment whose every point has been read and found good. */
public final class SweepPlan {

    private static final int MOST_PROBLEMS = 40;
    private static final long SEED_STEP = 1_000_003;

    private final Experiment experiment;
    private final PolicySet policies;
    private final PluginList plugins;
    private final String version;
    private final RunId id;

    private SweepPlan(Experiment experiment, PolicySet policies, PluginList plugins, String version, RunId id) {
        this.experiment = experiment;
        this.policies = policies;
        this.plugins = plugins;
        this.version = version;
        this.id = id;
    }

    /**
     * Reads all points.
     *
     * @param policies that scenarios may name
     * @param version of tafsim
     * @throws ScenarioException with what is wrong at any point
     */
    public static SweepPlan of(Experiment experiment, PolicySet policies, String version) {
        SweepPlan plan = new SweepPlan(
                experiment, policies, PluginList.of(policies), version, RunId.of(experiment.name(), "", version));
        PluginList used = PluginList.NONE;
        StringBuilder identity = new StringBuilder();
        identity.append(experiment.randomness())
                .append(experiment.replications())
                .append(experiment.search());
        Set<Problem> problems = new LinkedHashSet<>();
        for (Point point : experiment.points()) {
            try {
                PlannedPoint planned = plan.read(point);
                identity.append('\n').append(planned.taskId(0));
                used = used.and(plan.plugins.usedBy(planned.scenario()));
                plan.checkBaseline(planned, problems);
            } catch (ScenarioException e) {
                problems.addAll(e.problems());
            }
            if (problems.size() > MOST_PROBLEMS) {
                break;
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(List.copyOf(problems));
        }
        return new SweepPlan(
                experiment, policies, used, version, RunId.of(experiment.name(), identity.toString(), version));
    }

    private void checkBaseline(PlannedPoint planned, Set<Problem> problems) {
        List<String> labels =
                planned.scenario().policies().stream().map(PolicySpec::label).toList();
        experiment
                .baseline()
                .filter(policy -> !labels.contains(policy))
                .ifPresent(policy -> problems.add(new Problem(
                        experiment.name(),
                        0,
                        0,
                        "compare.baseline",
                        "point %d has no policy '%s'; it has %s."
                                .formatted(planned.point().number(), policy, String.join(", ", labels)),
                        Optional.empty())));
    }

    /** What is to be run. */
    public Experiment experiment() {
        return experiment;
    }

    /** Policies that its scenarios may name. */
    public PolicySet policies() {
        return policies;
    }

    /** Plug-ins that any of its points uses. */
    PluginList plugins() {
        return plugins;
    }

    /** Names the sweep by what determines its numbers. */
    public RunId id() {
        return id;
    }

    /** Of tafsim. */
    public String version() {
        return version;
    }

    /** How many points there are. */
    public int size() {
        return experiment.points().size();
    }

    /** Reads a point's scenario anew: sweeps are larger than memory. */
    public PlannedPoint point(int number) {
        return read(experiment.points().get(number));
    }

    /** Reads the scenario of a point that need not be one of the plan's. */
    PlannedPoint read(Point point) {
        List<ScenarioOverride> overrides = new ArrayList<>();
        experiment.common().forEach(setting -> overrides.add(setting.override()));
        point.settings().forEach(setting -> overrides.add(setting.override()));
        ScenarioReader reader = ScenarioReaders.of(policies);
        Scenario scenario = reader.read(experiment.base(), overrides);
        if (experiment.randomness() == Randomness.INDEPENDENT) {
            long seed = (scenario.run().seed() + SEED_STEP * (point.number() + 1)) & Long.MAX_VALUE;
            overrides.add(Setting.of("run.seed", Long.toString(seed)).override());
            scenario = reader.read(experiment.base(), overrides);
        }
        String resolved = ResolvedScenarioWriter.yaml(scenario);
        return new PlannedPoint(
                point,
                scenario,
                resolved,
                version + " " + experiment.randomness()
                        + plugins.usedBy(scenario).identity());
    }
}
