/** Text with positions: YAML trees that know where every word stands, units, and problems collected all at once. */
@NullMarked
package org.tafsim.scenario.source;

import org.jspecify.annotations.NullMarked;
