@NullMarked
package org.tafsim.scenario.trace;

import org.jspecify.annotations.NullMarked;
