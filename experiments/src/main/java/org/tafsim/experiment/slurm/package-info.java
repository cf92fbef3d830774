/** Sweeps on a Slurm cluster: an array of elements that each run a chunk of points, submitted and followed. */
@NullMarked
package org.tafsim.experiment.slurm;

import org.jspecify.annotations.NullMarked;
