package org.tafsim.serving;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.PromptText;
import org.tafsim.model.ReplicaSpec;

/**
 * Who takes part in a replica's next step, in vLLM V1's order: decodes, the prompt left over, then admissions by
 * priority, and first come first served among equals, while token budget, sequences and KV blocks last.
 *
 * <p>A prompt is admitted only when all of its blocks are free. Blocks that the decodes of a step fill are counted as used
 * when the step ends, but are kept free for them while it is formed. A step that has to take blocks away admits nobody.
 */
final class RunningBatch {
    private final int batchedTokens;
    private final int maxSequences;
    private final RequestTable requests;
    private final ServingListener listener;
    private final WaitingQueue waiting;
    private final KvPool pool;
    private final SequenceBlocks blocks;
    private final DecodeBatch decodes;
    private final PrefillLine prefills;
    private final HostBlocks host;
    private final ReplicaCounters counters;
    private final BatchParts parts;
    private final Preemption preemption;
    private final Departures departures;

    /** Whether the step being formed took blocks from somebody: it admits nobody then. */
    private boolean hasPreempted;

    RunningBatch(ReplicaSpec replica, RequestTable requests, ServingListener listener, ReplicaCounters counters) {
        BatchLimits limits = replica.limits();
        KvCapacity capacity = KvCapacity.of(replica);
        batchedTokens = limits.batchedTokens();
        maxSequences = limits.sequences();
        this.requests = requests;
        this.listener = listener;
        this.counters = counters;
        waiting = new WaitingQueue(requests);
        pool = new KvPool(capacity.blocks(), limits.blockTokens());
        blocks = new SequenceBlocks(requests, pool, limits.rules().prefixCaching());
        decodes = new DecodeBatch(requests, pool, blocks, counters.shares(), maxSequences);
        prefills = new PrefillLine(requests, maxSequences);
        host = HostBlocks.of(replica, capacity);
        parts = new BatchParts(requests, waiting, pool, blocks, host, decodes, prefills, counters);
        preemption = new Preemption(parts);
        departures = new Departures(parts);
    }

    void enqueue(int request, PromptText text) {
        preemption.learn(request);
        blocks.know(request, text);
        waiting.addLast(request);
    }

    /** Whether the first that waits could join at a boundary of the run under way. */
    boolean couldAdmit() {
        return !waiting.isEmpty() && couldAdmitFirst(0);
    }

    /** Whether a request that came could join at a boundary of the run under way: the pool only fills until its end. */
    boolean couldAdmit(int newcomer) {
        return waiting.first() == newcomer && couldAdmitFirst(0);
    }

    private boolean couldAdmitFirst(int keptBlocks) {
        return size() < maxSequences && blocks.isRoomFor(waiting.first(), keptBlocks);
    }

    /** Whether a prompt that came now, with so many blocks in use, would have to wait for a sequence to end. */
    boolean wouldBlock(int promptTokens, int usedBlocks) {
        return !waiting.isEmpty() || size() == maxSequences || pool.blocksOf(promptTokens) > pool.blocks() - usedBlocks;
    }

    /** Forms the next step; false when there is nothing to do. */
    boolean formStep() {
        host.beginStep();
        hasPreempted = pool.nextGrowth() > pool.free();
        if (hasPreempted) {
            preemption.makeRoomForGrowth();
        }
        if (prefills.size() > 0) {
            prefills.continueWithin(batchedTokens - decodes.size());
            blocks.fill(prefills.member(0), prefills.cachedAfter());
        }
        admitWaiting();
        return size() > 0;
    }

    /** Admits what fits into the step being formed; whether that was anything. */
    boolean admitWaiting() {
        int sizeBefore = size();
        while (!hasPreempted && !waiting.isEmpty() && budgetLeft() > 0 && couldAdmitFirst(pool.nextGrowth())) {
            admitFirst();
        }
        return size() > sizeBefore;
    }

    /**
     * Whether the first that waits stays out of this step only because the step preempts: it may be in the next. Otherwise
     * it is blocked until a sequence ends, for the free blocks, and what is cached in them, only dwindle until then.
     */
    boolean isAdmissionPostponed() {
        return hasPreempted && !waiting.isEmpty() && couldAdmitFirst(pool.nextGrowth());
    }

    private void admitFirst() {
        int request = waiting.first();
        if (requests.hostTokens(request) > 0) {
            preemption.bringBackFirst();
            return;
        }
        waiting.removeFirst();
        int cached = blocks.hold(request, requests.prefill(request));
        prefills.admit(request, cached, budgetLeft());
        blocks.fill(request, prefills.cachedAfter());
        if (requests.admit(request)) {
            blocks.countSearch(request, cached, counters);
            listener.onAdmitted(request);
        }
    }

    private int budgetLeft() {
        return batchedTokens - decodes.size() - prefills.stepTokens();
    }

    /** Duration of the step just formed (ticks). */
    long stepTicks(IterationTime time) {
        int decoding = decodes.size();
        long ticks = time.ticks(
                decoding,
                prefills.stepTokens(),
                prefills.ending(),
                prefills.stepUnits(),
                decodes.contextTokens() + decoding);
        return Math.min(ticks + host.stepTicks(), IterationTime.MAX_TICKS);
    }

    /** How often the step just formed repeats, each decode one token further, before anything else can happen. */
    int repetitions() {
        if (prefills.size() > 0 || host.stepTicks() > 0 || departures.areAhead() || isAdmissionPostponed()) {
            return 1;
        }
        return pool.stepsUntilExhausted((int) decodes.stepsUntilNextNotice());
    }

    /** Shares the time until now among those in the batch: before anybody joins or leaves. */
    void shareTime(long nowNanos) {
        if (counters.isBusy()) {
            counters.shares().settle(nowNanos, decodes.size(), prefills);
        }
    }

    /** Ends steps: the one formed, so many times. */
    void endSteps(int steps, StepNotices notices) {
        counters.countSteps(steps, decodes.size(), prefills.stepTokens());
        decodes.advance(steps);
        decodes.handOver(notices);
        decodes.dropEnded(notices);
        for (int i = 0; i < prefills.ending(); i++) {
            emitFromPrefill(prefills.member(i), notices);
        }
        prefills.endStep();
    }

    private void emitFromPrefill(int request, StepNotices notices) {
        int context = requests.prefill(request);
        int emitted = requests.emitted(request) + 1;
        requests.setEmitted(request, emitted);
        counters.countPrefillEnd();
        if (emitted == 1) {
            notices.addFirstToken(request);
        }
        if (emitted == requests.handOver(request)) {
            notices.addHandOver(request);
        }
        if (emitted < requests.output(request)) {
            decodes.join(request);
        } else {
            blocks.release(request, context);
            notices.addFinish(request);
        }
    }

    /** Takes every request out, those in the batch first, then those that wait; their work is lost. */
    int[] abandon() {
        int[] lost = new int[size() + waiting.size()];
        int count = 0;
        for (int i = 0; i < prefills.size(); i++) {
            lost[count++] = prefills.member(i);
            blocks.release(prefills.member(i), requests.prefill(prefills.member(i)));
        }
        prefills.clear();
        departures.clear();
        while (decodes.size() > 0) {
            lost[count++] = decodes.preempt(decodes.size() - 1);
        }
        while (!waiting.isEmpty()) {
            lost[count++] = waiting.first();
            parts.withdraw(waiting.first());
        }
        blocks.forget();
        for (int request : lost) {
            counters.countLost(requests.emitted(request));
        }
        return lost;
    }

    /**
     * The accelerator is taken away: what is in the KV cache is lost, and all sequences wait again, before those that wait already. Who
     * was about to leave does.
     *
     * @return how many sequences that were
     */
    int preemptAll(long nowNanos, StepNotices notices) {
        int count = size();
        for (int i = prefills.size() - 1; i >= 0; i--) {
            int request = prefills.member(i);
            blocks.release(request, requests.prefill(request));
            waiting.addFirst(request);
        }
        prefills.clear();
        while (decodes.size() > 0) {
            waiting.addFirst(decodes.preempt(decodes.size() - 1));
        }
        blocks.forget();
        for (int i = 0; i < count; i++) {
            counters.countPreemption();
        }
        departures.dropBefore(nowNanos + 1, notices);
        return count;
    }

    /** Takes out those who wait and match; their work is lost. */
    int[] withdrawWaiting(IntPredicate which) {
        int[] all = IntStream.range(0, waiting.size())
                .map(waiting::get)
                .filter(which)
                .toArray();
        for (int request : all) {
            departures.withdraw(request);
        }
        return all;
    }

    /** Sequences in the batch. */
    int size() {
        return decodes.size() + prefills.size();
    }

    WaitingQueue waiting() {
        return waiting;
    }

    KvPool pool() {
        return pool;
    }

    SequenceBlocks blocks() {
        return blocks;
    }

    HostBlocks host() {
        return host;
    }

    Departures departures() {
        return departures;
    }

    DecodeBatch decodes() {
        return decodes;
    }

    PrefillLine prefills() {
        return prefills;
    }
}
