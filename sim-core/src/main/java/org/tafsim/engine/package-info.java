/** The simulation: wires the sub-models, follows each request, and hands out the result of a run. */
@NullMarked
package org.tafsim.engine;

import org.jspecify.annotations.NullMarked;
