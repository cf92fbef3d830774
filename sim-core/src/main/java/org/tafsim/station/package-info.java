/** Textbook stations (FIFO, processor sharing, loss) with known answers, on the same kernel as everything else. */
@NullMarked
package org.tafsim.station;

import org.jspecify.annotations.NullMarked;
