/** Statistics of recorded workload, and distributions fitted to it. */
@NullMarked
package org.tafsim.scenario.trace.fit;

import org.jspecify.annotations.NullMarked;
