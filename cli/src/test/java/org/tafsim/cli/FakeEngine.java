package org.tafsim.cli;

import java.util.List;
import org.tafsim.cli.run.ScenarioEngine;
import org.tafsim.engine.Metric;
import org.tafsim.engine.Outcome;
import org.tafsim.engine.RequestRecord;
import org.tafsim.engine.RunOptions;
import org.tafsim.engine.RunResult;
import org.tafsim.experiment.RunTask;
import org.tafsim.model.Scenario;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policies.PolicySet;
import org.tafsim.workload.TraceOpener;

/** Answers at once, with numbers made of policy and replication. */
final class FakeEngine implements ScenarioEngine {

    @Override
    public RunTask task(Scenario scenario, TraceOpener traces, PolicySet policies, RunRouting routing, RunOptions how) {
        return (policy, replication, sink) -> {
            sink.record(
                    new RequestRecord(0, "app", "here", "replica", Outcome.COMPLETED, true, 10, 20, 1, 2, 3, 4, 5, 0));
            double value = policy.label().length() + replication;
            return new RunResult(
                    policy.label(),
                    replication,
                    List.of(new Metric("all", "requests", "count", 100), new Metric("all", "ttft_p95", "ms", value)),
                    List.of(),
                    List.of(),
                    1);
        };
    }
}
