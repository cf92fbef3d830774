/** Conversions between the units people write and the ones the simulator computes in. */
@NullMarked
package org.tafsim.units;

import org.jspecify.annotations.NullMarked;
