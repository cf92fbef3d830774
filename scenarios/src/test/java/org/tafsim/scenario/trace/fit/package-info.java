@NullMarked
package org.tafsim.scenario.trace.fit;

import org.jspecify.annotations.NullMarked;
