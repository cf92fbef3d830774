package org.tafsim.serving;

/** How a replica walks through the iterations of a batch that does not change. Both give the same trajectory. */
public enum StepMode {
    /** One event for the whole stretch, by its closed form. */
    CLOSED_FORM,
    /** One event for every iteration: the plain reference. */
    EXACT_STEPS
}
