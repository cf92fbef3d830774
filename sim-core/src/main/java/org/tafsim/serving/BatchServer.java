package org.tafsim.serving;

import java.util.Arrays;
import org.tafsim.kernel.InvariantViolation;
import org.tafsim.kernel.Kernel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.model.CardShare;
import org.tafsim.model.PromptText;

/**
 * One replica of a model that takes whole batches, with dynamic batching. While it is idle, what waits becomes a batch once it fills
 * one or its first has waited for the longest delay; when a batch ends, the next is considered alike.
 *
 * <p>A request joins a batch with all of its items; one that is larger than a batch makes one alone, computed in parts.
 */
final class BatchServer implements Server {
    private static final int BATCH_END = 0;
    private static final int DELAY_OVER = 1;

    private final ServingContext context;
    private final Kernel kernel;
    private final RequestTable requests;
    private final int index;
    private final BatchReplicaSpec spec;
    private final BatchTime time;
    private final WaitingQueue waiting;
    private final ReplicaCounters counters;
    private final BatchView view;

    private int[] batch = new int[16];
    private int size;
    private long endNanos;
    private long endEvent;
    private long delayEvent;
    private boolean isDelaying;
    private boolean isTelling;
    private long waitingItems;
    private long batches;
    private long submitted;
    private long left;
    private double speed = 1;

    /** What the batch that is computed took, or would take, from now on, at full speed (ns); since the speed last changed. */
    private double leftNanos;

    BatchServer(ServingContext context, int index, BatchReplicaSpec spec) {
        this.context = context;
        this.index = index;
        this.spec = spec;
        kernel = context.kernel();
        requests = context.requests();
        counters = new ReplicaCounters(requests);
        time = new BatchTime(spec);
        waiting = new WaitingQueue(requests);
        view = new BatchView(this, kernel, time);
    }

    @Override
    public boolean canEverFit(int input, int output) {
        return output == 1;
    }

    @Override
    public void submit(int request, PromptText text) {
        requests.setSinceNanos(request, kernel.nowNanos());
        waiting.addLast(request);
        waitingItems += itemsOf(request);
        submitted++;
        consider();
    }

    /** Begins a batch where there is reason to, or sees to it that this is asked again. */
    private void consider() {
        if (isTelling || size > 0 || speed == 0 || waiting.isEmpty()) {
            return;
        }
        long dueNanos = requests.sinceNanos(waiting.first()) + spec.maxDelayNanos();
        if (waitingItems >= spec.maxItems() || dueNanos <= kernel.nowNanos()) {
            begin();
        } else if (!isDelaying) {
            isDelaying = true;
            delayEvent = kernel.schedule(dueNanos, context.eventKind(), index, DELAY_OVER);
        }
    }

    private void begin() {
        stopDelaying();
        int items = fill();
        leftNanos = time.nanos(items, longest());
        compute();
        for (int i = 0; i < size; i++) {
            if (requests.admit(batch[i])) {
                context.listener().onAdmitted(batch[i]);
            }
        }
    }

    /** Goes on with the batch, from now on. */
    private void compute() {
        counters.beginBusy(kernel.nowNanos());
        endNanos = kernel.nowNanos() + (long) Math.ceil(leftNanos / speed);
        endEvent = kernel.schedule(endNanos, context.eventKind(), index, BATCH_END);
    }

    private void halt() {
        if (speed > 0) {
            kernel.cancel(endEvent);
            settleShares();
            counters.endBusy(kernel.nowNanos());
            leftNanos = (endNanos - kernel.nowNanos()) * speed;
        }
    }

    @Override
    public int[] setPace(CardShare part, double share) {
        if (size > 0) {
            halt();
        }
        speed = share * part.compute();
        if (size > 0 && speed > 0) {
            compute();
        }
        consider();
        return new int[0];
    }

    @Override
    public int preempt() {
        int count = size;
        if (size > 0) {
            halt();
        }
        while (size > 0) {
            int request = batch[--size];
            waiting.addFirst(request);
            waitingItems += itemsOf(request);
        }
        stopDelaying();
        speed = 0;
        return count;
    }

    /** Takes what fits, at least one; how many items that is. */
    private int fill() {
        int items = 0;
        while (!waiting.isEmpty() && (size == 0 || items + itemsOf(waiting.first()) <= spec.maxItems())) {
            int request = waiting.first();
            waiting.removeFirst();
            if (size == batch.length) {
                batch = Arrays.copyOf(batch, 2 * size);
            }
            batch[size++] = request;
            items += itemsOf(request);
            waitingItems -= itemsOf(request);
        }
        return items;
    }

    private int longest() {
        int longest = 0;
        for (int i = 0; i < size; i++) {
            longest = Math.max(longest, requests.prompt(batch[i]));
        }
        return longest;
    }

    @Override
    public void onEvent(int argument) {
        if (argument == DELAY_OVER) {
            isDelaying = false;
            consider();
        } else {
            endBatch();
        }
    }

    private void endBatch() {
        isTelling = true; // whoever is submitted meanwhile waits
        batches++;
        settleShares();
        counters.endBusy(kernel.nowNanos());
        for (int i = 0; i < size; i++) {
            tellEnd(batch[i]);
        }
        size = 0;
        isTelling = false;
        consider();
    }

    private void tellEnd(int request) {
        boolean isLeaving = requests.isLeaving(request);
        left++;
        if (!isLeaving) {
            counters.countSteps(0, 0, requests.prompt(request));
            counters.countPrefillEnd();
            context.listener().onFirstToken(request);
        }
        requests.close(request);
        if (isLeaving) {
            context.listener().onCancelled(request);
        } else {
            context.listener().onFinished(request);
        }
    }

    /** Who waits leaves at once; who is in a batch, when that ends: it is computed as a whole. */
    @Override
    public void cancel(int request) {
        if (!waiting.remove(request)) {
            return;
        }
        waitingItems -= itemsOf(request);
        left++;
        if (waiting.isEmpty()) {
            stopDelaying();
        }
        requests.close(request);
        context.listener().onCancelled(request);
    }

    @Override
    public int[] stop() {
        int[] lost = new int[size + waiting.size()];
        System.arraycopy(batch, 0, lost, 0, size);
        for (int i = size; i < lost.length; i++) {
            lost[i] = waiting.first();
            waiting.removeFirst();
        }
        stopDelaying();
        if (size > 0) {
            halt();
        }
        size = 0;
        waitingItems = 0;
        left += lost.length;
        return lost;
    }

    private void stopDelaying() {
        if (isDelaying) {
            kernel.cancel(delayEvent);
            isDelaying = false;
        }
    }

    private int itemsOf(int request) {
        return spec.model().size().itemsOf(requests.prompt(request));
    }

    WaitingQueue waiting() {
        return waiting;
    }

    long waitingItems() {
        return waitingItems;
    }

    /** Requests in the batch that is computed. */
    int size() {
        return size;
    }

    /** Time until the batch ends that is computed (ns), or would, if it went on at full speed. */
    long restNanos() {
        if (size == 0) {
            return 0;
        }
        return speed == 0 ? (long) leftNanos : endNanos - kernel.nowNanos();
    }

    /** Of what it would be alone on whole accelerators, in [0, 1]. */
    double speed() {
        return speed;
    }

    /** Batches computed to their end. */
    long batches() {
        return batches;
    }

    ReplicaCounters counters() {
        return counters;
    }

    @Override
    public BusyShares settleShares() {
        if (counters.isBusy()) {
            counters.shares().settleItems(kernel.nowNanos(), batch, size, this::itemsOf);
        }
        return counters.shares();
    }

    @Override
    public ServerView view() {
        return view;
    }

    /** INV-S4: what was submitted has left, waits or is in the batch. INV-E1 with it. */
    @Override
    public void audit() {
        ServingInvariants.auditShares(
                spec.id(), settleShares(), counters, kernel.nowNanos(), counters.busyNanos(kernel.nowNanos()));
        if (submitted != left + waiting.size() + size) {
            throw new InvariantViolation(
                    "INV-S4",
                    kernel.nowNanos(),
                    "replica %s: %d requests submitted, %d left, %d waiting, %d in the batch"
                            .formatted(spec.id(), submitted, left, waiting.size(), size));
        }
    }
}
