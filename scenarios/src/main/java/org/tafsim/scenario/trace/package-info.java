/** Recorded traces: checked before the run, replayed one request at a time. */
@NullMarked
package org.tafsim.scenario.trace;

import org.jspecify.annotations.NullMarked;
