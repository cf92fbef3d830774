/** Sweeps: many scenarios of one experiment, and the tasks they are made of. */
@NullMarked
package org.tafsim.cli.sweep;

import org.jspecify.annotations.NullMarked;
