/** Arrival processes, token lengths and trace replay. */
@NullMarked
package org.tafsim.workload;

import org.jspecify.annotations.NullMarked;
