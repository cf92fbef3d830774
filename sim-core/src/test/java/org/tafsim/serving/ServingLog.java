package org.tafsim.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.ReplicaSpec;

/**
 * Writes down everything that a replica says and shows under a random load: listener calls with their times, and the views
 * at random instants and at instants where something happened.
 *
 * <p>Draws depend on what was drawn before and never on what the replica did, so two replicas see one load as long as they
 * behave alike.
 */
final class ServingLog implements ServingListener {
    private static final int SLOTS = 400;

    private final SplittableRandom random;
    private final Kernel kernel = Kernels.create(KernelKind.HEAP);
    private final ServingSystem serving;
    private final Load load;
    private final List<String> lines = new ArrayList<>();
    private final boolean[] isBusy = new boolean[SLOTS];
    private final int arrivalKind;
    private final int lateArrivalKind;
    private int arrivalsLeft;

    ServingLog(ReplicaSpec replica, Load load, StepMode mode, long seed) {
        this.load = load;
        random = new SplittableRandom(seed);
        serving = new ServingSystem(kernel, List.of(replica), this, mode);
        arrivalsLeft = load.requests();
        arrivalKind = kernel.register(EventRank.ARRIVAL, (slot, unused) -> arrive());
        lateArrivalKind = kernel.register(EventRank.OBSERVATION, (slot, unused) -> arrive());
    }

    /**
     * A load.
     *
     * @param requests in all
     * @param meanGapNanos between arrivals
     * @param maxPromptTokens of uniform prompts
     * @param maxOutputTokens of uniform outputs
     * @param gridNanos arrivals and looks fall 1 ns after multiples of it; 1 for anywhere
     * @param echoProbability that what the replica says makes another request come at that nanosecond
     */
    record Load(
            int requests,
            double meanGapNanos,
            int maxPromptTokens,
            int maxOutputTokens,
            long gridNanos,
            double echoProbability) {}

    List<String> run() {
        scheduleArrival();
        while (kernel.pendingEvents() > 0) {
            kernel.runUntil(onGrid(random.nextDouble() * 4 * load.meanGapNanos()));
            look();
            serving.audit();
        }
        look();
        return lines;
    }

    ServingSystem serving() {
        return serving;
    }

    long executedEvents() {
        return kernel.executedEvents();
    }

    private void scheduleArrival() {
        long at = random.nextInt(4) == 0 ? kernel.nowNanos() : onGrid(random.nextDouble() * 2.5 * load.meanGapNanos());
        kernel.schedule(at, random.nextBoolean() ? arrivalKind : lateArrivalKind, 0, 0);
    }

    private long onGrid(double gapNanos) {
        long at = (kernel.nowNanos() + (long) gapNanos) / load.gridNanos() * load.gridNanos() + 1;
        return Math.max(at, kernel.nowNanos());
    }

    private void arrive() {
        look();
        submit();
        if (arrivalsLeft > 0) {
            scheduleArrival();
        }
    }

    private void submit() {
        int slot = 0;
        while (isBusy[slot]) {
            slot++;
        }
        arrivalsLeft--;
        isBusy[slot] = true;
        int prompt = 1 + random.nextInt(load.maxPromptTokens());
        int output = 1 + random.nextInt(load.maxOutputTokens());
        if (!serving.submit(0, slot, prompt, output)) {
            isBusy[slot] = false;
            write("refused", slot);
        }
    }

    @Override
    public void onAdmitted(int request) {
        write("admitted", request);
    }

    @Override
    public void onFirstToken(int request) {
        write("first", request);
        echo();
    }

    @Override
    public void onFinished(int request) {
        isBusy[request] = false;
        write("finished", request);
        echo();
    }

    private void echo() {
        if (arrivalsLeft > 0 && random.nextDouble() < load.echoProbability()) {
            submit();
        }
    }

    private void write(String what, int request) {
        lines.add(kernel.nowNanos() + " " + what + " " + request);
    }

    private void look() {
        lines.add(kernel.nowNanos() + " waiting " + serving.waitingRequests(0) + "/" + serving.waitingPrefillTokens(0)
                + " running " + serving.runningSequences(0) + " kv " + serving.kvUsedFraction(0)
                + " predicted " + serving.predictedPrefillSeconds(0, 100) + " busy " + serving.busyNanos(0)
                + " iterations " + serving.iterations(0) + " tokens " + serving.generatedTokens(0)
                + "/" + serving.prefilledTokens(0) + " preemptions " + serving.preemptions(0));
    }
}
