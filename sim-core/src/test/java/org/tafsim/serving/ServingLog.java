package org.tafsim.serving;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tafsim.kernel.EventRank;
import org.tafsim.kernel.Kernel;
import org.tafsim.kernel.KernelKind;
import org.tafsim.kernel.Kernels;
import org.tafsim.model.CardShare;
import org.tafsim.model.PromptText;
import org.tafsim.model.ReplicaSpec;

/**
 * Writes down everything that replicas say and show under a random load: listener calls with their times, and the views
 * at random instants and at instants where something happened.
 *
 * <p>Draws depend on what was drawn before and never on what the replicas did, so two runs see one load as long as they
 * behave alike.
 */
final class ServingLog implements ServingListener {
    private static final int SLOTS = 400;
    private static final int ACCOUNTS = 5;

    private final SplittableRandom random;
    private final Kernel kernel = Kernels.create(KernelKind.HEAP);
    private final int replicas;
    private final ServingSystem serving;
    private final Load load;
    private final List<String> lines = new ArrayList<>();
    private final boolean[] isBusy = new boolean[SLOTS];
    private final boolean[] isCancelled = new boolean[SLOTS];
    private final int[] replicaOf = new int[SLOTS];
    private final int arrivalKind;
    private final int lateArrivalKind;
    private final int paceKind;
    private final List<CardShare> parts;
    private final CardShare[] partOf;
    private int arrivalsLeft;

    ServingLog(List<ReplicaSpec> replicas, Load load, StepMode mode, long seed) {
        this(replicas, load, mode, seed, List.of());
    }

    /** Replicas that now and then have another part of their cards, for another share of the time, or nothing at all. */
    ServingLog(List<ReplicaSpec> replicas, Load load, StepMode mode, long seed, List<CardShare> parts) {
        this.load = load;
        this.parts = parts;
        partOf = new CardShare[replicas.size()];
        Arrays.fill(partOf, CardShare.WHOLE);
        random = new SplittableRandom(seed);
        this.replicas = replicas.size();
        serving = new ServingSystem(kernel, replicas, this, mode);
        serving.accountBy(slot -> slot % ACCOUNTS);
        arrivalsLeft = load.requests();
        arrivalKind = kernel.register(EventRank.ARRIVAL, (slot, unused) -> arrive());
        paceKind = kernel.register(EventRank.CONTROL, (slot, unused) -> changePace());
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
     * @param echoProbability that what a replica says makes another request come at that nanosecond
     * @param habits of those who send them
     */
    record Load(
            int requests,
            double meanGapNanos,
            int maxPromptTokens,
            int maxOutputTokens,
            long gridNanos,
            double echoProbability,
            Habits habits) {

        /** Plain requests. */
        Load(
                int requests,
                double meanGapNanos,
                int maxPromptTokens,
                int maxOutputTokens,
                long gridNanos,
                double echoProbability) {
            this(
                    requests,
                    meanGapNanos,
                    maxPromptTokens,
                    maxOutputTokens,
                    gridNanos,
                    echoProbability,
                    new Habits(0, 1, 0));
        }

        Load with(Habits others) {
            return new Load(
                    requests, meanGapNanos, maxPromptTokens, maxOutputTokens, gridNanos, echoProbability, others);
        }
    }

    /**
     * What requests are like.
     *
     * @param textProbability that it is known what a prompt says
     * @param priorities there are
     * @param cancelProbability that, whenever something comes or is heard, some request is cancelled
     */
    record Habits(double textProbability, int priorities, double cancelProbability) {

        static Habits any(SplittableRandom random) {
            return new Habits(
                    random.nextInt(3) * random.nextDouble(0.5), 1 + random.nextInt(3), random.nextInt(3) * 0.2);
        }
    }

    List<String> run() {
        scheduleArrival();
        if (!parts.isEmpty()) {
            kernel.schedule(0, paceKind, 0, 0);
        }
        runToEnd();
        if (!parts.isEmpty()) {
            giveBack();
            runToEnd();
        }
        look();
        return lines;
    }

    private void runToEnd() {
        while (kernel.pendingEvents() > 0) {
            kernel.runUntil(onGrid(random.nextDouble() * 4 * load.meanGapNanos()));
            look();
            serving.audit();
        }
    }

    private void changePace() {
        look();
        int replica = random.nextInt(replicas);
        double share = random.nextInt(4) == 0 ? 0 : random.nextDouble(0.05, 1);
        CardShare part = parts.get(random.nextInt(parts.size()));
        boolean isTaken = random.nextInt(3) == 0;
        if (isTaken) {
            write("taken " + serving.preempt(replica), replica);
            look();
        }
        partOf[replica] = isTaken || part.memory() == partOf[replica].memory() ? part : partOf[replica];
        serving.setPace(replica, partOf[replica], share);
        if (arrivalsLeft > 0) {
            kernel.schedule(onGrid(random.nextDouble() * 8 * load.meanGapNanos()), paceKind, 0, 0);
        }
    }

    /** Nobody takes anything any more: all that is there comes to its end. */
    private void giveBack() {
        for (int i = 0; i < replicas; i++) {
            serving.preempt(i);
            serving.setPace(i, CardShare.WHOLE, 1);
        }
    }

    /** Requests that are at some replica. */
    long atReplicas() {
        return IntStream.range(0, SLOTS).filter(slot -> isBusy[slot]).count();
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
        maybeCancel();
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
        replicaOf[slot] = random.nextInt(replicas);
        isCancelled[slot] = false;
        isBusy[slot] = true;
        int prompt = 1 + random.nextInt(load.maxPromptTokens());
        int output = 1 + random.nextInt(load.maxOutputTokens());
        Habits habits = load.habits();
        int handOver = random.nextInt(3) == 0 ? random.nextInt(output) : 0;
        PromptText text = random.nextDouble() < habits.textProbability() ? anyText(random, prompt) : PromptText.UNKNOWN;
        int brought = text.size() > 0 && prompt % 3 == 0 ? prompt / 2 : 0;
        if (!serving.submit(
                replicaOf[slot], slot, prompt, output, text, random.nextInt(habits.priorities()), handOver, brought)) {
            isBusy[slot] = false;
            write("refused", slot);
        }
    }

    /** A prompt of up to four texts out of few, so that many begin alike. */
    static PromptText anyText(SplittableRandom random, int promptTokens) {
        List<Integer> ends = new ArrayList<>();
        int end = 0;
        while (end < promptTokens) {
            int length = 8 * (1 + random.nextInt(6)) + (random.nextInt(4) == 0 ? random.nextInt(8) : 0);
            end = ends.size() == 3 ? promptTokens : Math.min(promptTokens, end + length);
            ends.add(end);
        }
        long[] names = random.longs(ends.size(), 0, 3).toArray();
        return new PromptText(names, ends.stream().mapToInt(i -> i).toArray(), random.nextBoolean());
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
    public void onHandOver(int request) {
        write("handed", request);
        echo();
    }

    @Override
    public void onFinished(int request) {
        isBusy[request] = false;
        write("finished", request);
        echo();
    }

    @Override
    public void onLost(int request) {
        assertThat(parts).isNotEmpty();
        isBusy[request] = false;
        write("lost", request);
    }

    @Override
    public void onCancelled(int request) {
        assertThat(isCancelled[request]).isTrue();
        isBusy[request] = false;
        write("cancelled", request);
    }

    private void maybeCancel() {
        if (random.nextDouble() < load.habits().cancelProbability()) {
            int slot = random.nextInt(20);
            if (isBusy[slot] && !isCancelled[slot]) {
                isCancelled[slot] = true;
                write("cancel", slot);
                serving.cancel(replicaOf[slot], slot);
            }
        }
    }

    private void echo() {
        maybeCancel();
        if (arrivalsLeft > 0 && random.nextDouble() < load.echoProbability()) {
            submit();
        }
    }

    private void write(String what, int request) {
        assertThat(isCancelled[request] && what.startsWith("f")).isFalse();
        lines.add(kernel.nowNanos() + " " + what + " " + request);
    }

    private void look() {
        for (int i = 0; i < replicas; i++) {
            long[] plain = new long[ACCOUNTS];
            long[] prompting = new long[ACCOUNTS];
            if (lines.size() % 2 == 0) { // shared now or later, it is the same
                serving.addBusyUnits(i, plain, prompting);
            }
            lines.add(
                    kernel.nowNanos() + " waiting " + serving.waitingRequests(i) + "/" + serving.waitingPrefillTokens(i)
                            + " running " + serving.runningSequences(i) + " kv " + serving.kvUsedFraction(i)
                            + " predicted " + serving.predictedPrefillSeconds(i, 100) + " busy " + serving.busyNanos(i)
                            + " prefill " + serving.prefillNanos(i)
                            + " iterations " + serving.iterations(i) + " tokens " + serving.generatedTokens(i)
                            + "/" + serving.prefilledTokens(i) + " preemptions " + serving.preemptions(i) + "/"
                            + serving.swaps(i)
                            + " cached " + serving.cachedPromptTokens(i) + "/" + serving.searchedPromptTokens(i)
                            + " shares " + Arrays.toString(plain) + "/"
                            + Arrays.toString(prompting));
        }
    }
}
