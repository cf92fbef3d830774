package org.tafsim.engine;

import org.tafsim.kernel.KernelKind;
import org.tafsim.serving.StepMode;

/**
 * How to compute a run. None of these changes a digit of its result.
 *
 * @param kernel event calendar or oracle
 * @param steps closed-form decode runs, or one event per iteration
 * @param audit whether to check the invariants that cost O(n)
 * @param observer looks on
 */
public record RunOptions(KernelKind kernel, StepMode steps, boolean audit, RunObserver observer) {

    /** The fast way. */
    public static final RunOptions DEFAULT = new RunOptions(KernelKind.CALENDAR, StepMode.CLOSED_FORM, false);

    /** With nobody looking on. */
    public RunOptions(KernelKind kernel, StepMode steps, boolean audit) {
        this(kernel, steps, audit, RunObserver.NONE);
    }

    /** With somebody looking on. */
    public RunOptions observedBy(RunObserver observer) {
        return new RunOptions(kernel, steps, audit, observer);
    }
}
