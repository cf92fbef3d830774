/** Layer 1 of radio cells on accelerators that AI shares: load, work of a slot, slots missed, who has which share. */
@NullMarked
package org.tafsim.ran;

import org.jspecify.annotations.NullMarked;
