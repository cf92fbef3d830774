package org.tafsim.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.DecisionSpec;

/**
 * Where requests wait until it is decided where they go: for the end of their window, then for a worker, then for the decision itself. A
 * request that leaves in the meantime is decided about for nothing.
 */
final class DecisionDesk {

    /** Decides. */
    interface Decider {
        /** About one. */
        void decide(int slot);

        /** About all of a window, in the order of their arrival. */
        void decideAll(List<Integer> slots);
    }

    /** One that waits. */
    private record Waiting(int slot, int generation, int candidates) {}

    private final Kernel kernel;
    private final DecisionSpec spec;
    private final boolean isInstant;
    private final boolean isBatch;
    private final RequestTable requests;
    private final Decider decider;
    private final PriorityQueue<Long> freeAtNanos = new PriorityQueue<>();
    private final Map<Integer, List<Waiting>> batches = new HashMap<>(); // looked up, never iterated
    private List<Waiting> window = new ArrayList<>();
    private int lastBatch;
    private final int due;
    private final int windowEnd;
    private final int batchDue;

    /**
     * An empty one.
     *
     * @param isBatch whether the policy decides about whole windows
     */
    DecisionDesk(Kernel kernel, DecisionSpec spec, boolean isBatch, RequestTable requests, Decider decider) {
        this.kernel = kernel;
        this.spec = spec;
        this.isBatch = isBatch;
        this.requests = requests;
        this.decider = decider;
        isInstant = spec.equals(DecisionSpec.INSTANT);
        for (int worker = 0; worker < spec.workers(); worker++) {
            freeAtNanos.add(0L);
        }
        due = isInstant ? -1 : kernel.register(EventRank.CONTROL, this::onDue);
        windowEnd = isInstant ? -1 : kernel.register(EventRank.CONTROL, (entity, argument) -> onWindowEnd());
        batchDue = isInstant ? -1 : kernel.register(EventRank.CONTROL, (batch, argument) -> onBatchDue(batch));
    }

    /** Whether it decides about a request at once. */
    boolean isInstant() {
        return isInstant;
    }

    /** A request wants a place, among so many candidates. */
    void take(int slot, int candidates) {
        Waiting waiting = new Waiting(slot, requests.generation[slot], candidates);
        if (spec.windowNanos() == 0) {
            begin(waiting);
            return;
        }
        if (window.isEmpty()) {
            long length = spec.windowNanos();
            kernel.schedule((kernel.nowNanos() / length + 1) * length, windowEnd, 0, 0);
        }
        window.add(waiting);
    }

    private void begin(Waiting waiting) {
        kernel.schedule(endOf(waiting.candidates()), due, waiting.slot(), waiting.generation());
    }

    /** When a decision ends that is asked for now; its worker is taken. */
    private long endOf(long candidates) {
        if (spec.workers() == 0) {
            return Math.addExact(kernel.nowNanos(), spec.nanos(candidates));
        }
        long begin = Math.max(kernel.nowNanos(), freeAtNanos.remove());
        long end = Math.addExact(begin, spec.nanos(candidates));
        freeAtNanos.add(end);
        return end;
    }

    private void onDue(int slot, int generation) {
        if (isThere(slot, generation)) {
            decider.decide(slot);
        }
    }

    private boolean isThere(int slot, int generation) {
        return requests.isUsed(slot) && requests.generation[slot] == generation;
    }

    private void onWindowEnd() {
        List<Waiting> gathered = window;
        window = new ArrayList<>();
        if (isBatch) {
            batches.put(++lastBatch, gathered);
            long candidates = gathered.stream().mapToLong(Waiting::candidates).sum();
            kernel.schedule(endOf(candidates), batchDue, lastBatch, 0);
        } else {
            gathered.forEach(this::begin);
        }
    }

    private void onBatchDue(int batch) {
        decider.decideAll(Objects.requireNonNull(batches.remove(batch)).stream()
                .filter(waiting -> isThere(waiting.slot(), waiting.generation()))
                .map(Waiting::slot)
                .toList());
    }
}
