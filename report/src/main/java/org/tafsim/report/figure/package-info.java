/** Figures of runs, sweeps, topologies and measurements. */
@NullMarked
package org.tafsim.report.figure;

import org.jspecify.annotations.NullMarked;
