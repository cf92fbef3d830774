/**
 * What the numbers of runs say: warm-up, intervals, stopping, comparison, selection and sensitivity. Functions of
 * samples, without files or clocks; {@code docs/model/output-analysis.md} has the equations, their sources and their
 * limits.
 */
@NullMarked
package org.tafsim.experiment.analysis;

import org.jspecify.annotations.NullMarked;
