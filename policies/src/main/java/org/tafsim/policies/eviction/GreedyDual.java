package org.tafsim.policies.eviction;

import java.util.Arrays;
import java.util.List;
import org.tafsim.policy.EvictionPolicy;
import org.tafsim.policy.EvictionPolicyType;
import org.tafsim.policy.LoadedReplicaView;

/**
 * What is worth least goes: L + requests × start time / memory, with L what the last one was worth that went, as of the last use. So one
 * that is quick to bring back, large, or of little use goes first, and one that is not used any more goes at last.
 *
 * <p>Source: GreedyDual-Size, P. Cao and S. Irani, USITS 1997, with frequency as L. Cherkasova, HP Laboratories 1998.
 */
final class GreedyDual implements EvictionPolicy {

    /** What it is called and how it is built. */
    static final EvictionPolicyType TYPE = new EvictionType(
            "greedy-dual",
            "Least requests x start time / memory, above what the last to go was worth.",
            "GreedyDual-Size-Frequency (Cao and Irani 1997, Cherkasova 1998)",
            List.of(),
            context -> new GreedyDual());

    private static final double GIGA = 1e9;

    private double inflation;

    /** By replica: L as of its last use, and how much it was used by then. */
    private double[] base = {};

    private long[] used = {};

    private GreedyDual() {}

    @Override
    public double keepValue(LoadedReplicaView replica) {
        int index = replica.replicaIndex();
        if (index >= base.length) {
            int known = base.length;
            base = Arrays.copyOf(base, 2 * index + 4);
            used = Arrays.copyOf(used, base.length);
            Arrays.fill(used, known, used.length, -1);
        }
        if (used[index] != replica.requests()) {
            used[index] = replica.requests();
            base[index] = inflation;
        }
        return base[index] + replica.requests() * replica.startSeconds() / (replica.memoryBytes() / GIGA);
    }

    @Override
    public void onEvicted(LoadedReplicaView replica) {
        inflation = Math.max(inflation, keepValue(replica));
        used[replica.replicaIndex()] = -1;
    }
}
