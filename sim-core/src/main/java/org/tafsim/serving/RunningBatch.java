package org.tafsim.serving;

import org.tafsim.model.BatchLimits;
import org.tafsim.model.PromptText;

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
    private final SequenceBlocks sequenceBlocks;
    private final DecodeBatch decodes;
    private final PrefillLine prefills;
    private final ReplicaCounters counters;

    private final Leavers leavers = new Leavers();

    /** Whether the step being formed took blocks from somebody: it admits nobody then. */
    private boolean hasPreempted;

    /** Highest number that any request here has had. */
    private int highestPriority = Integer.MIN_VALUE;

    RunningBatch(
            BatchLimits limits, int blocks, RequestTable requests, ServingListener listener, ReplicaCounters counters) {
        batchedTokens = limits.batchedTokens();
        maxSequences = limits.sequences();
        this.requests = requests;
        this.listener = listener;
        this.counters = counters;
        waiting = new WaitingQueue(requests);
        pool = new KvPool(blocks, limits.blockTokens());
        sequenceBlocks = new SequenceBlocks(requests, pool, limits.rules().prefixCaching());
        decodes = new DecodeBatch(requests, pool, sequenceBlocks, maxSequences);
        prefills = new PrefillLine(requests, maxSequences);
    }

    void enqueue(int request, PromptText text) {
        highestPriority = Math.max(highestPriority, requests.priority(request));
        sequenceBlocks.know(request, text);
        waiting.addLast(request);
    }

    /** Takes a request out that waits; whether it did. */
    boolean withdraw(int request) {
        boolean isWaiting = waiting.remove(request);
        if (isWaiting) {
            counters.countLost(requests.emitted(request));
        }
        return isWaiting;
    }

    /** Lets a sequence leave at the first boundary after this nanosecond; whether it is in the batch. */
    boolean dismiss(int request, long nowNanos) {
        boolean isMember = isMember(request);
        if (isMember) {
            leavers.add(request, nowNanos);
        }
        return isMember;
    }

    private boolean isMember(int request) {
        return decodes.find(request) >= 0 || prefills.contains(request);
    }

    /** Takes those out who were dismissed before this nanosecond. */
    void dropLeavers(long nowNanos, StepNotices notices) {
        int place = 0;
        while (place < leavers.size()) {
            int request = leavers.request(place);
            if (!isMember(request) && !waiting.contains(request)) {
                leavers.remove(place); // it has just finished
            } else if (leavers.goneAtNanos(place) < nowNanos) {
                leavers.remove(place);
                drop(request);
                counters.countLost(requests.emitted(request));
                notices.addCancellation(request);
            } else {
                place++;
            }
        }
    }

    private void drop(int request) {
        int place = decodes.find(request);
        if (place >= 0) {
            decodes.preempt(place);
        } else if (!waiting.remove(request)) {
            dropPrefill();
        }
    }

    private int dropPrefill() {
        int request = prefills.preemptLast();
        sequenceBlocks.release(request, requests.prefill(request));
        return request;
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
        return size() < maxSequences && sequenceBlocks.isRoomFor(waiting.first(), keptBlocks);
    }

    /** Whether a prompt that came now, with so many blocks in use, would have to wait for a sequence to end. */
    boolean wouldBlock(int promptTokens, int usedBlocks) {
        return !waiting.isEmpty() || size() == maxSequences || pool.blocksOf(promptTokens) > pool.blocks() - usedBlocks;
    }

    /** Forms the next step; false when there is nothing to do. */
    boolean formStep() {
        hasPreempted = preemptUntilGrowthFits();
        if (prefills.size() > 0) {
            prefills.continueWithin(batchedTokens - decodes.size());
            sequenceBlocks.fill(prefills.member(0), prefills.cachedAfter());
        }
        admitWaiting();
        return size() > 0;
    }

    /** Frees blocks for the tokens that the decodes are about to add, at the cost of those last in turn; whether it had to. */
    private boolean preemptUntilGrowthFits() {
        boolean isEnough = pool.nextGrowth() <= pool.free();
        while (pool.nextGrowth() > pool.free()) {
            counters.countPreemption();
            waiting.addFirst(preempt());
        }
        return !isEnough;
    }

    /** Takes its blocks from the one that is last in turn: the highest priority number, and of those who came last. */
    private int preempt() {
        int place = decodes.firstToLose(highestPriority);
        if (prefills.size() == 0 || requests.priority(prefills.member(0)) < requests.priority(decodes.member(place))) {
            return decodes.preempt(place);
        }
        return dropPrefill();
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
        waiting.removeFirst();
        int cached = sequenceBlocks.hold(request);
        prefills.admit(request, cached, budgetLeft());
        sequenceBlocks.fill(request, prefills.cachedAfter());
        if (requests.admit(request)) {
            sequenceBlocks.countSearch(request, cached, counters);
            listener.onAdmitted(request);
        }
    }

    private int budgetLeft() {
        return batchedTokens - decodes.size() - prefills.stepTokens();
    }

    /** Duration of the step just formed (ticks). */
    long stepTicks(IterationTime time) {
        int decoding = decodes.size();
        return time.ticks(
                decoding + prefills.stepTokens(),
                decoding + prefills.ending(),
                prefills.stepUnits(),
                decodes.contextTokens() + decoding);
    }

    /** How often the step just formed repeats, each decode one token further, before anything else can happen. */
    int repetitions() {
        if (prefills.size() > 0 || !leavers.isEmpty() || isAdmissionPostponed()) {
            return 1;
        }
        return pool.stepsUntilExhausted((int) decodes.stepsUntilNextEnd());
    }

    /** Ends steps: the one formed, so many times. */
    void endSteps(int steps, StepNotices notices) {
        counters.countSteps(steps, decodes.size(), prefills.stepTokens());
        decodes.advance(steps);
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
        if (emitted < requests.output(request)) {
            decodes.join(request);
        } else {
            sequenceBlocks.release(request, context);
            notices.addFinish(request);
        }
    }

    /** Takes every request out, those in the batch first, then those that wait; their work is lost. */
    int[] abandon() {
        int[] lost = new int[size() + waiting.size()];
        int count = 0;
        for (int i = 0; i < prefills.size(); i++) {
            lost[count++] = prefills.member(i);
            sequenceBlocks.release(prefills.member(i), requests.prefill(prefills.member(i)));
        }
        prefills.clear();
        leavers.clear();
        while (decodes.size() > 0) {
            lost[count++] = decodes.preempt(decodes.size() - 1);
        }
        while (!waiting.isEmpty()) {
            lost[count++] = waiting.first();
            waiting.removeFirst();
        }
        sequenceBlocks.forget();
        for (int request : lost) {
            counters.countLost(requests.emitted(request));
        }
        return lost;
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

    SequenceBlocks sequenceBlocks() {
        return sequenceBlocks;
    }

    DecodeBatch decodes() {
        return decodes;
    }

    PrefillLine prefills() {
        return prefills;
    }
}
