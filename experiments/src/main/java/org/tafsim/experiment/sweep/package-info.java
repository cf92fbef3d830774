/** Sweeps: the tasks of an experiment, where their results lie, who runs them, and what they add up to. */
@NullMarked
package org.tafsim.experiment.sweep;

import org.jspecify.annotations.NullMarked;
