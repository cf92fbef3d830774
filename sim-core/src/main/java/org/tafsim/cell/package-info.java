/** Radio cells whose resource blocks the transfers in them share, by slice. */
@NullMarked
package org.tafsim.cell;

import org.jspecify.annotations.NullMarked;
