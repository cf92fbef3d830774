package org.tafsim.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tafsim.model.Scenario;
import org.tafsim.policy.RoutingPolicy;

/** Why the policy sent measured requests away, as far as it says. */
final class Refusals {

    private final Scenario scenario;
    private final List<String> reasons;

    /** By application and reason. */
    private final long[][] counts;

    Refusals(Scenario scenario, List<String> reasons) {
        this.scenario = scenario;
        this.reasons = reasons;
        counts = new long[scenario.apps().size()][reasons.size()];
    }

    /**
     * Counts one.
     *
     * @param refusal what the policy answered
     */
    void count(int app, int refusal) {
        if (counts[app].length > 0) {
            counts[app][RoutingPolicy.REFUSE - refusal]++;
        }
    }

    /** By reason, then by application and reason. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (int reason = 0; reason < reasons.size(); reason++) {
            int column = reason;
            long all = Arrays.stream(counts).mapToLong(of -> of[column]).sum();
            metrics.add(metric("refusal:" + reasons.get(reason), all));
        }
        for (int app = 0; app < counts.length && counts.length > 1; app++) {
            for (int reason = 0; reason < reasons.size(); reason++) {
                String scope =
                        "refusal:%s/%s".formatted(scenario.apps().get(app).id(), reasons.get(reason));
                metrics.add(metric(scope, counts[app][reason]));
            }
        }
        return metrics;
    }

    private static Metric metric(String scope, long count) {
        return new Metric(scope, Outcome.REJECTED_BY_POLICY.word(), "count", (double) count);
    }
}
