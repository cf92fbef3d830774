package org.tafsim.cli.run;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.tafsim.model.PolicySpec;
import org.tafsim.plugins.BuiltType;
import org.tafsim.plugins.RunRouting;
import org.tafsim.policy.BatchRoutingPolicy;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import org.tafsim.policy.WindowView;

/** Takes the time of policies that route, as this machine has it; changes nothing that they decide. */
final class DecisionTimes {

    /** By label. */
    private final Map<String, Tally> tallies = new LinkedHashMap<>();

    /** Of these, in their order. */
    DecisionTimes(List<PolicySpec> policies) {
        policies.forEach(policy -> tallies.put(policy.label(), new Tally()));
    }

    private static final class Tally {
        private final LongAdder nanos = new LongAdder();
        private final LongAdder decisions = new LongAdder();
        private final LongAdder candidates = new LongAdder();

        private void add(long sinceNanos, long decided, long among) {
            nanos.add(System.nanoTime() - sinceNanos);
            decisions.add(decided);
            candidates.add(among);
        }
    }

    /** The same routing, whose decisions are timed. */
    RunRouting timing(RunRouting routing) {
        return (policy, replication) -> {
            Tally tally = tallies.getOrDefault(policy.label(), new Tally());
            RunRouting.Opened opened = routing.open(policy, replication);
            return new Timed(opened, tally);
        };
    }

    private record Timed(RunRouting.Opened opened, Tally tally) implements RunRouting.Opened {

        @Override
        public RoutingPolicyType type() {
            return new BuiltType(
                    opened.type(),
                    policy -> policy instanceof BatchRoutingPolicy batch
                            ? new TimedBatches(batch, tally)
                            : new TimedPolicy(policy, tally));
        }

        @Override
        public void checkOver() throws IOException {
            opened.checkOver();
        }

        @Override
        public void close() throws IOException {
            opened.close();
        }
    }

    private static class TimedPolicy implements RoutingPolicy {
        private final RoutingPolicy policy;
        private final Tally tally;

        TimedPolicy(RoutingPolicy policy, Tally tally) {
            this.policy = policy;
            this.tally = tally;
        }

        @Override
        public List<String> refusalReasons() {
            return policy.refusalReasons();
        }

        @Override
        public int route(RequestView request, CandidatesView candidates) {
            long since = System.nanoTime();
            int choice = policy.route(request, candidates);
            tally.add(since, 1, candidates.size());
            return choice;
        }

        @Override
        public void onOutcome(OutcomeView outcome) {
            long since = System.nanoTime();
            policy.onOutcome(outcome);
            tally.add(since, 0, 0);
        }
    }

    private static final class TimedBatches extends TimedPolicy implements BatchRoutingPolicy {
        private final BatchRoutingPolicy policy;
        private final Tally tally;

        private TimedBatches(BatchRoutingPolicy policy, Tally tally) {
            super(policy, tally);
            this.policy = policy;
            this.tally = tally;
        }

        @Override
        public void routeAll(WindowView window, int[] choices) {
            long since = System.nanoTime();
            policy.routeAll(window, choices);
            tally.add(since, window.size(), 0);
        }
    }

    /** A line for each policy that decided something. */
    List<String> lines() {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().decisions.sum() > 0)
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String line(String label, Tally tally) {
        double decisions = tally.decisions.sum();
        return String.format(
                Locale.ROOT,
                "Policy %s: %,.0f decisions about %.1f candidates each, %.2f us each, learning included.",
                label,
                decisions,
                tally.candidates.sum() / decisions,
                tally.nanos.sum() / decisions / 1e3);
    }
}
