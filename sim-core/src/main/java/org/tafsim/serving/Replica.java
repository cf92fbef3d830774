package org.tafsim.serving;

import org.tafsim.kernel.Kernel;
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
    private final IterationTime time;
    private final RunningBatch batch;
    private final StepNotices notices;
    private final ReplicaCounters counters = new ReplicaCounters();
    private final StepRun run = new StepRun();
    private final ReplicaView view;

    private long event;
    private boolean isBetweenSteps;

    Replica(ServingContext context, int index, ReplicaSpec spec, IterationTime time) {
        kernel = context.kernel();
        requests = context.requests();
        eventKind = context.eventKind();
        this.index = index;
        this.spec = spec;
        this.time = time;
        maxSteps = context.mode() == StepMode.EXACT_STEPS ? 1 : Integer.MAX_VALUE;
        batch = new RunningBatch(spec, context.requests(), context.listener(), counters);
        notices = new StepNotices(
                context.requests(), context.listener(), spec.limits().sequences());
        view = new ReplicaView(kernel, time, batch, run, counters);
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
            counters.beginBusy(kernel.nowNanos());
            run.startAt(kernel.nowNanos());
            beginRun();
        } else if (batch.couldAdmit(request)) {
            cutRun();
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
        int done = run.stepsBy(kernel.nowNanos());
        kernel.cancel(event);
        isBetweenSteps = true;
        if (done > 0) {
            run.cut(done);
            run.finish();
            batch.endSteps(done, notices);
            notices.deliver();
        } else {
            run.abandon();
        }
        int[] lost = batch.abandon();
        isBetweenSteps = false;
        counters.endBusy(kernel.nowNanos());
        ServingInvariants.checkIdle(this);
        return lost;
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
        scheduleEnd();
    }

    private void scheduleEnd() {
        event = kernel.schedule(run.boundaryNanos(run.steps()), eventKind, index, 0);
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

    long nowNanos() {
        return kernel.nowNanos();
    }
}
