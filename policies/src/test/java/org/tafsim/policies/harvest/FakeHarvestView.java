package org.tafsim.policies.harvest;

import java.util.Map;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.policy.HarvestPolicy;
import org.tafsim.policy.HarvestPolicyType;
import org.tafsim.policy.HarvestView;
import org.tafsim.policy.PolicyContext;
import umontreal.ssj.rng.RandomStream;

/** A site whose layer 1 needs a tenth of the card, and eight tenths more at full load. */
record FakeHarvestView(
        long nowNanos,
        long periodNanos,
        double load,
        double meanLoad,
        double peakLoad,
        double ranShare,
        double aiShare,
        double reservation,
        double missRate,
        double aiBusy,
        int waitingRequests)
        implements HarvestView {

    private static final long SECOND = 1_000_000_000L;
    private static final long PERIOD = 10 * SECOND;

    /** After so many seconds, with this load all the time. */
    static FakeHarvestView at(long seconds, double load) {
        return new FakeHarvestView(seconds * SECOND, PERIOD, load, load, load, 0.5, 0.5, 0.1, 0, 0.5, 0);
    }

    FakeHarvestView every(long seconds) {
        return new FakeHarvestView(
                nowNanos,
                seconds * SECOND,
                load,
                meanLoad,
                peakLoad,
                ranShare,
                aiShare,
                reservation,
                missRate,
                aiBusy,
                waitingRequests);
    }

    FakeHarvestView after(double otherAiShare, double otherMissRate) {
        return new FakeHarvestView(
                nowNanos,
                periodNanos,
                load,
                meanLoad,
                peakLoad,
                1 - otherAiShare,
                otherAiShare,
                reservation,
                otherMissRate,
                aiBusy,
                waitingRequests);
    }

    @Override
    public double shareFor(double otherLoad) {
        return need(otherLoad);
    }

    @Override
    public double missTarget() {
        return 1e-5;
    }

    static double need(double load) {
        return 0.1 + 0.8 * load;
    }

    static HarvestPolicy policy(HarvestPolicyType type, Map<String, String> parameters) {
        return type.create(new Context(parameters));
    }

    /** Harvest policies draw nothing; a stream is there all the same. */
    private record Context(Map<String, String> parameters) implements PolicyContext {
        @Override
        public RandomStream stream(String name) {
            return new RandomStreams(0, 0).stream(name);
        }
    }
}
