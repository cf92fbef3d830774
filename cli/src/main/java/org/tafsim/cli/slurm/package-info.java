/** How the command line asks for sweeps on Slurm. */
@NullMarked
package org.tafsim.cli.slurm;

import org.jspecify.annotations.NullMarked;
