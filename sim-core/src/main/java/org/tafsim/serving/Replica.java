package org.tafsim.serving;

import org.tafsim.kernel.Kernel;
import org.tafsim.model.CardShare;
import org.tafsim.model.PromptText;
import org.tafsim.model.ReplicaSpec;

/**
 * One replica in simulated time: one event for every run of iterations between which the batch does not change.
 *
 * <p>A run is cut at the next boundary when a request comes that could be admitted there. A request that comes at the very
 * nanosecond of a boundary joins the step that begins then, even when that step has just been formed.
 */
final class Replica implements Server {
    private final Kernel kernel;
    private final RequestTable requests;
    private final int eventKind;
    private final int index;
    private final int maxSteps;
    private final ReplicaSpec spec;
    private final Paces paces;
    private final RunningBatch batch;
    private final StepNotices notices;
    private final ReplicaCounters counters;
    private final StepRun run = new StepRun();
    private final ReplicaView view;

    private IterationTime time;
    private long event;
    private boolean isBetweenSteps;
    private boolean isStill;

    Replica(ServingContext context, int index, ReplicaSpec spec) {
        kernel = context.kernel();
        requests = context.requests();
        eventKind = context.eventKind();
        this.index = index;
        this.spec = spec;
        paces = context.paces();
        time = paces.of(spec, CardShare.WHOLE).time();
        maxSteps = context.mode() == StepMode.EXACT_STEPS ? 1 : Integer.MAX_VALUE;
        counters = new ReplicaCounters(context.requests());
        batch = new RunningBatch(spec, context.requests(), context.listener(), counters);
        notices = new StepNotices(
                context.requests(), context.listener(), spec.limits().sequences());
        view = new ReplicaView(this, kernel, batch, run, counters);
    }

    /** Whether a request fits when it is alone. */
    @Override
    public boolean canEverFit(int promptTokens, int outputTokens) {
        long tokens = (long) promptTokens + outputTokens;
        return tokens <= spec.limits().rules().contextOf(spec.model())
                && batch.pool().blocksOf(tokens) <= batch.pool().blocks();
    }

    @Override
    public void submit(int request, PromptText text) {
        batch.enqueue(request, text);
        if (isBetweenSteps) {
            return; // the step about to be formed sees it
        }
        if (run.steps() == 0) {
            begin();
        } else if (batch.couldAdmit(request)) {
            cutRun();
        }
    }

    private void begin() {
        if (!isStill) {
            counters.beginBusy(kernel.nowNanos());
            run.startAt(kernel.nowNanos());
            beginRun();
        }
    }

    /** A request's client has gone. */
    @Override
    public void cancel(int request) {
        if (batch.departures().withdraw(request)) {
            notices.tellCancellation(request);
            if (!isBetweenSteps && run.steps() > 0 && batch.couldAdmit()) {
                cutRun();
            }
        } else if (batch.departures().dismiss(request, kernel.nowNanos()) && !isBetweenSteps) {
            cutRunAfterNow();
        } // else it has just finished, and its owner is about to hear of it
    }

    private void cutRunAfterNow() {
        long now = kernel.nowNanos();
        if (run.boundaryNanos(run.steps()) > now) {
            cutRunAt(run.stepsToBoundaryFrom(now + 1));
        }
    }

    private void cutRun() {
        int steps = run.stepsToBoundaryFrom(kernel.nowNanos());
        if (steps == 0) {
            extendStep();
        } else {
            cutRunAt(steps);
        }
    }

    private void cutRunAt(int steps) {
        if (steps < run.steps()) {
            kernel.cancel(event);
            run.cut(steps);
            scheduleEnd();
        }
    }

    /** The step was formed at this nanosecond: takes the newcomer in as if it had been there. */
    private void extendStep() {
        isBetweenSteps = true;
        if (batch.admitWaiting() || batch.isAdmissionPostponed()) {
            kernel.cancel(event);
            scheduleRun();
        }
        isBetweenSteps = false;
    }

    /** Runs at the end of a run of iterations. */
    @Override
    public void onEvent(int argument) {
        isBetweenSteps = true;
        int steps = run.steps();
        run.finish();
        batch.shareTime(kernel.nowNanos());
        batch.endSteps(steps, notices);
        if (batch.departures().areAhead()) {
            batch.departures().dropBefore(kernel.nowNanos(), notices);
        }
        ServingInvariants.checkPool(this);
        notices.deliver();
        beginRun();
    }

    /**
     * Ends now: iterations that are over count, the rest is lost. Submitting again starts it anew.
     *
     * @return requests it had, to be told
     */
    @Override
    public int[] stop() {
        if (run.steps() == 0) {
            return new int[0];
        }
        isBetweenSteps = true;
        abandonRun();
        int[] lost = batch.abandon();
        isBetweenSteps = false;
        ServingInvariants.checkIdle(this);
        return lost;
    }

    /** Iterations that are over count, what is under way is lost. */
    private void abandonRun() {
        int done = run.stepsBy(kernel.nowNanos());
        if (!run.isHeld()) {
            kernel.cancel(event);
            batch.shareTime(kernel.nowNanos());
            counters.endBusy(kernel.nowNanos());
        }
        if (done > 0) {
            run.cut(done);
            run.finish();
            batch.endSteps(done, notices);
            notices.deliver();
        } else {
            run.abandon();
        }
    }

    /** Takes the accelerator away, now: the KV cache is lost, and what ran waits anew. */
    @Override
    public int preempt() {
        isStill = true;
        if (run.steps() == 0) {
            return 0;
        }
        isBetweenSteps = true;
        abandonRun();
        int count = batch.preemptAll(kernel.nowNanos(), notices);
        notices.deliver();
        isBetweenSteps = false;
        return count;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of the iteration under way the part that is left takes as long as that part does at the new pace. One that ends at this very
     * nanosecond ends.
     */
    @Override
    public int[] setPace(CardShare part, double share) {
        Paces.Pace pace = paces.of(spec, part);
        int[] lost = resize(pace.blocks());
        long now = kernel.nowNanos();
        boolean isUnderWay = run.steps() > 0 && run.stepsBy(now) < run.steps();
        if (isUnderWay && !run.isHeld()) {
            settle(now);
        }
        long elapsed = run.elapsedTicks(now);
        double left = isUnderWay ? (double) (run.firstTicks() - elapsed) / batch.stepTicks(time) : 0;
        isStill = share == 0;
        time = isStill ? pace.time() : pace.time().inTurns(share);
        if (isUnderWay) {
            goOn(elapsed, (long) Math.ceil(left * batch.stepTicks(time)));
        } else if (run.steps() == 0 && !batch.waiting().isEmpty() && !isBetweenSteps) {
            begin();
        }
        return lost;
    }

    private int[] resize(int blocks) {
        if (blocks == batch.pool().blocks()) {
            return new int[0];
        }
        batch.blocks().resize(blocks);
        return batch.withdrawWaiting(request -> !canEverFit(requests.prompt(request), requests.output(request)));
    }

    /** Ends the iterations that are over; the one under way is alone then. It was formed as they were, so nobody joins it now. */
    private void settle(long now) {
        kernel.cancel(event);
        int done = run.stepsBy(now);
        if (done == 0) {
            run.cut(1);
            return;
        }
        run.cut(done);
        run.finish();
        batch.endSteps(done, notices);
        run.begin(batch.stepTicks(time), 0, 1);
    }

    /** The iteration under way, alone, takes so much longer. */
    private void goOn(long elapsedTicks, long leftTicks) {
        if (isStill) {
            run.begin(elapsedTicks + leftTicks, 0, 1);
            run.hold(elapsedTicks);
            batch.shareTime(kernel.nowNanos());
            counters.endBusy(kernel.nowNanos());
            return;
        }
        if (run.isHeld()) {
            run.release(kernel.nowNanos());
            counters.beginBusy(kernel.nowNanos());
        }
        counters.beginSteps(kernel.nowNanos(), batch.prefills().size() > 0);
        run.begin(elapsedTicks + leftTicks, 0, 1);
        scheduleEnd();
    }

    private void beginRun() {
        isBetweenSteps = true;
        if (batch.formStep()) {
            scheduleRun();
        } else {
            counters.endBusy(kernel.nowNanos());
            ServingInvariants.checkIdle(this);
        }
        isBetweenSteps = false;
    }

    private void scheduleRun() {
        ServingInvariants.checkLimits(this);
        counters.beginSteps(kernel.nowNanos(), batch.prefills().size() > 0);
        int decoding = batch.decodes().size();
        long increase = decoding * time.contextTokenTicks(decoding);
        run.begin(batch.stepTicks(time), increase, Math.min(maxSteps, batch.repetitions()));
        if (isStill) {
            run.hold(0);
            counters.endBusy(kernel.nowNanos());
        } else {
            scheduleEnd();
        }
    }

    private void scheduleEnd() {
        event = kernel.schedule(run.boundaryNanos(run.steps()), eventKind, index, 0);
    }

    @Override
    public BusyShares settleShares() {
        if (batch.size() > 0) {
            batch.shareTime(kernel.nowNanos());
        }
        return counters.shares();
    }

    /** What others see of it. */
    @Override
    public ReplicaView view() {
        return view;
    }

    @Override
    public void audit() {
        ServingInvariants.audit(this, requests);
    }

    RunningBatch batch() {
        return batch;
    }

    ReplicaCounters counters() {
        return counters;
    }

    StepNotices notices() {
        return notices;
    }

    ReplicaSpec spec() {
        return spec;
    }

    IterationTime time() {
        return time;
    }

    long nowNanos() {
        return kernel.nowNanos();
    }
}
