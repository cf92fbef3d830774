package org.tafsim.policies;

import java.util.List;
import org.tafsim.policy.CandidatesView;
import org.tafsim.policy.PolicyContext;
import org.tafsim.policy.RequestView;
import org.tafsim.policy.RoutingPolicy;
import org.tafsim.policy.RoutingPolicyType;
import umontreal.ssj.rng.RandomStream;

/**
 * So many different candidates at random, from the stream {@code choice}; of these the fewest requests in flight, of equals the one drawn
 * first. Where there are no more than that it is {@link LeastLoaded}. Chances are even, or as the memory of the accelerators.
 *
 * <p>Source: M. Mitzenmacher 2001, and N. D. Vvedenskaya, R. L. Dobrushin and F. I. Karpelevich, "Queueing system with selection of the
 * shortest of two queues", Problems of Information Transmission 32, 1996.
 */
public final class PowerOfD implements RoutingPolicy {

    private static final String ID = "power-of-d";
    private static final String D = "d";
    private static final String CHANCES = "chances";

    /** What it is called and how it is built. */
    public static final RoutingPolicyType TYPE = new ShippedType(
            ID,
            "Candidates at random (d: 3), with even chances or by memory; of these the fewest in flight.",
            "Vvedenskaya 1996, Mitzenmacher 2001",
            List.of(D, CHANCES),
            PowerOfD::new);

    private final int most;
    private final boolean isByMemory;
    private final RandomStream stream;
    private int[] left = {};
    private double[] weights = {};

    private PowerOfD(PolicyContext context) {
        Parameters parameters = new Parameters(ID, context);
        most = parameters.parsed(D, "3", PowerOfD::whole);
        isByMemory = parameters.parsed(CHANCES, "even", PowerOfD::isMemory);
        stream = context.stream("choice");
    }

    private static int whole(String text) {
        if (!text.matches("[1-9]\\d{0,5}")) {
            throw new IllegalArgumentException(
                    "\"%s\" is no whole number of candidates from 1; expected e.g. \"3\".".formatted(text));
        }
        return Integer.parseInt(text);
    }

    private static boolean isMemory(String text) {
        List<String> known = List.of("even", "memory");
        if (!known.contains(text)) {
            throw new IllegalArgumentException(
                    "expected even or memory, found \"%s\".%s".formatted(text, Spelling.maybe(text, known)));
        }
        return text.equals("memory");
    }

    @Override
    public int route(RequestView request, CandidatesView candidates) {
        int size = candidates.size();
        begin(candidates);
        int best = REFUSE;
        for (int drawn = 0; drawn < Math.min(most, size); drawn++) {
            int at = isByMemory ? byWeight(size - drawn) : stream.nextInt(0, size - drawn - 1);
            int candidate = left[at];
            left[at] = left[size - drawn - 1]; // the last takes its place
            weights[at] = weights[size - drawn - 1];
            if (best == REFUSE || candidates.inFlightRequests(candidate) < candidates.inFlightRequests(best)) {
                best = candidate;
            }
        }
        return best;
    }

    private void begin(CandidatesView candidates) {
        if (left.length < candidates.size()) {
            left = new int[candidates.size()];
            weights = new double[candidates.size()];
        }
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            left[candidate] = candidate;
            weights[candidate] = isByMemory ? Measures.memoryBytes(candidates, candidate) : 1;
        }
    }

    private int byWeight(int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i];
        }
        double rest = stream.nextDouble() * sum;
        for (int i = 0; i < size - 1; i++) {
            rest -= weights[i];
            if (rest < 0) {
                return i;
            }
        }
        return size - 1;
    }
}
