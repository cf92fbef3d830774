package org.tafsim.plugins.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.App;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.GeoPoint;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.PolicySpec;
import org.tafsim.model.Population;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.model.Site;
import org.tafsim.model.StepConstants;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.OutcomeView;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.WindowView;
import org.tafsim.testing.ScenarioBuilder;

/** A small scenario, and requests and candidates of it. */
public final class Desk {

    public static final Scenario SCENARIO = scenario();

    private Desk() {}

    private static Scenario scenario() {
        GeoPoint munich = new GeoPoint(48.1, 11.6);
        Scenario plain = new ScenarioBuilder()
                .access(ScenarioBuilder.INSTANT)
                .upf("upf", "DE", munich)
                .site("here", "DE", munich, 1e9)
                .site("\"there\"\u2028", "FR", munich, 1e9)
                .population("münchen", "DE", munich, "instant", "upf")
                .app("chat", App.Payload.TEXT)
                .build();
        return new Scenario(
                plain.name(),
                plain.description(),
                plain.run(),
                plain.operators(),
                plain.services(),
                plain.sites(),
                plain.upfs(),
                plain.accesses(),
                plain.populations(),
                List.of(replica("a", "here"), replica("b", "\"there\"\u2028"), replica("c", "here")),
                plain.apps(),
                plain.transport(),
                plain.sovereignty(),
                plain.energy(),
                Optional.empty(),
                plain.faults(),
                List.of(),
                Optional.empty(),
                plain.slices(),
                List.of(),
                List.of());
    }

    private static ServedReplica replica(String id, String site) {
        ModelProfile model =
                new ModelProfile("m", "FR", 32, 4096, 32, 8, 128, 14336, 3, 1, 1, 128256, 8_000_000_000L, 8192, "test");
        AcceleratorProfile card =
                new AcceleratorProfile("L4", "US", 121e12, 242e12, 24_000_000_000L, 300e9, 32e9, 72, "test");
        StepConstants constants = new StepConstants("c", 0.8, 0.6, 0.4, 0.7, 2.5, 12e-6, 2e-3, 0, 0, 0.5, "test");
        return new ReplicaSpec(id, site, model, card, 1, Precision.BF16, BatchLimits.DEFAULT, constants);
    }

    public static PolicySpec policy(Map<String, String> parameters) {
        return new PolicySpec("mine", "external", parameters);
    }

    /** A request, or how it ended. */
    public record Question(long number, long nowNanos) implements OutcomeView {

        @Override
        public App app() {
            return SCENARIO.apps().get(0);
        }

        @Override
        public int appIndex() {
            return 0;
        }

        @Override
        public Population population() {
            return SCENARIO.populations().get(0);
        }

        @Override
        public int populationIndex() {
            return 0;
        }

        @Override
        public int promptTokens() {
            return 500;
        }

        @Override
        public int replicaIndex() {
            return 2;
        }

        @Override
        public boolean isCompleted() {
            return true;
        }

        @Override
        public boolean metSlo() {
            return false;
        }

        @Override
        public long timeToFirstTokenNanos() {
            return 80_000_000;
        }

        @Override
        public long endToEndNanos() {
            return 2_000_000_000;
        }
    }

    /** Requests of one instant, the first with three candidates, the next with two, then again three, and so on. */
    public static final class Together implements WindowView {

        private final int size;
        private final long nanos;
        private int turnedTo;

        public Together(int size, long nanos) {
            this.size = size;
            this.nanos = nanos;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public RequestView request(int place) {
            turnedTo = place;
            return new Question(place, nanos);
        }

        @Override
        public CandidatesView candidates() {
            return new Choice(3 - turnedTo % 2);
        }
    }

    /** Replicas a to c, the first so many of them, of which each is busier than the one before. */
    public record Choice(int size) implements CandidatesView {

        @Override
        public ServedReplica replica(int candidate) {
            return SCENARIO.replicas().get(candidate);
        }

        @Override
        public int replicaIndex(int candidate) {
            return candidate;
        }

        @Override
        public Site site(int candidate) {
            return SCENARIO.sites().get(candidate % 2);
        }

        @Override
        public double roundTripSeconds(int candidate) {
            return candidate == 2 ? Double.POSITIVE_INFINITY : 0.1 + 0.2 * candidate;
        }

        @Override
        public int brokenRules(int candidate) {
            return candidate;
        }

        @Override
        public int waitingRequests(int candidate) {
            return 10 * candidate;
        }

        @Override
        public int runningSequences(int candidate) {
            return candidate;
        }

        @Override
        public long waitingPrefillTokens(int candidate) {
            return 5_000_000_000L * candidate;
        }

        @Override
        public double kvUsedFraction(int candidate) {
            return candidate / 3.0;
        }

        @Override
        public double predictedTtftSeconds(int candidate, int promptTokens) {
            return promptTokens * 1e-3;
        }
    }
}
