package org.tafsim.serving;

/**
 * The iterations under way: the first lasts so many ticks, each further one the same amount more.
 *
 * <p>Keeps the replica's clock, which is finer than the kernel's: a boundary between iterations falls on a tick, its event
 * on the next whole nanosecond.
 */
final class StepRun {
    private static final long TICK_MASK = (1L << IterationTime.TICK_BITS) - 1;

    private long startNanos;
    private long startTicks;
    private long firstTicks;
    private long increaseTicks;
    private int steps;
    private boolean isHeld;
    private long heldTicks;

    /** Sets the clock of a replica that was idle. */
    void startAt(long nowNanos) {
        startNanos = nowNanos;
        startTicks = 0;
    }

    /** Begins at most {@code maxSteps} iterations at the clock; fewer where the sum would exceed {@link IterationTime#MAX_TICKS}. */
    void begin(long firstTicks, long increaseTicks, int maxSteps) {
        this.firstTicks = firstTicks;
        this.increaseTicks = increaseTicks;
        long lastTicks = firstTicks + increaseTicks * (maxSteps - 1);
        steps = (int) Math.min(maxSteps, IterationTime.MAX_TICKS / lastTicks);
        isHeld = false;
    }

    /** Stands still in the first iteration, of which so much is over. */
    void hold(long elapsedTicks) {
        steps = 1;
        isHeld = true;
        heldTicks = elapsedTicks;
    }

    /** Whether it stands still. */
    boolean isHeld() {
        return isHeld;
    }

    /** Sets the clock of a run that stood still: what was over is over now. */
    void release(long nowNanos) {
        long roundedUp = -heldTicks & TICK_MASK;
        startNanos = nowNanos - ((heldTicks + roundedUp) >> IterationTime.TICK_BITS);
        startTicks = roundedUp;
        isHeld = false;
    }

    /**
     * What is over of the first iteration. Nothing at the nanosecond on which the clock's event falls, so that it does not matter
     * whether the iteration has begun or is about to.
     */
    long elapsedTicks(long nowNanos) {
        if (isHeld) {
            return heldTicks;
        }
        return boundaryNanos(0) == nowNanos ? 0 : ((nowNanos - startNanos) << IterationTime.TICK_BITS) - startTicks;
    }

    /** Ends the run earlier, after so many iterations. */
    void cut(int steps) {
        this.steps = steps;
    }

    /** Forgets the iterations under way. */
    void abandon() {
        steps = 0;
        isHeld = false;
    }

    /** Moves the clock to the run's end; none is under way then. */
    void finish() {
        long ticks = startTicks + totalTicks(steps);
        startNanos += ticks >> IterationTime.TICK_BITS;
        startTicks = ticks & TICK_MASK;
        steps = 0;
    }

    /** Iterations of the run; 0 when none is under way. */
    int steps() {
        return steps;
    }

    /** When the event falls that follows so many iterations (ns). */
    long boundaryNanos(int steps) {
        return startNanos + ((startTicks + totalTicks(steps) + TICK_MASK) >> IterationTime.TICK_BITS);
    }

    /** Iterations over by this time, a time not after the run's end. */
    int stepsBy(long nowNanos) {
        return steps == 0 || isHeld ? 0 : Math.max(0, lastBoundaryBy(nowNanos));
    }

    /** How long the first iteration takes (ticks). */
    long firstTicks() {
        return firstTicks;
    }

    /** Iterations before the first boundary at or after this time, a time not after the run's end. */
    int stepsToBoundaryFrom(long nowNanos) {
        return lastBoundaryBy(nowNanos - 1) + 1;
    }

    /** The last boundary whose event is not later than this time; -1 when even the run's start is later. */
    private int lastBoundaryBy(long nowNanos) {
        long ticksLeft = ((nowNanos - startNanos) << IterationTime.TICK_BITS) - startTicks;
        if (ticksLeft < 0) {
            return -1;
        }
        int low = 0;
        int high = steps;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (totalTicks(middle) <= ticksLeft) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private long totalTicks(int steps) {
        return steps * firstTicks + increaseTicks * ((long) steps * (steps - 1) / 2);
    }
}
