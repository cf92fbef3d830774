package org.tafsim.policies.scaling;

import java.util.ArrayDeque;
import java.util.Deque;
import org.tafsim.policy.ScalingPolicy;
import org.tafsim.policy.ScalingView;

/**
 * Follows a policy up at once, and down only to the most that it wanted within a window. Source: the stabilisation window of the
 * Kubernetes horizontal pod autoscaler, 5 minutes there.
 */
final class Stabilized implements ScalingPolicy {

    private record Wish(long nanos, int replicas) {}

    private final ScalingPolicy policy;
    private final double windowNanos;

    /** Those that may still be the most: by falling number. */
    private final Deque<Wish> wishes = new ArrayDeque<>();

    Stabilized(ScalingPolicy policy, double windowSeconds) {
        this.policy = policy;
        windowNanos = 1e9 * windowSeconds;
    }

    @Override
    public int replicas(ScalingView view) {
        int wanted = policy.replicas(view);
        while (!wishes.isEmpty() && wishes.getLast().replicas() <= wanted) {
            wishes.removeLast();
        }
        wishes.addLast(new Wish(view.nowNanos(), wanted));
        while (view.nowNanos() - wishes.getFirst().nanos() > windowNanos) {
            wishes.removeFirst();
        }
        return wishes.getFirst().replicas();
    }
}
