/** Clock, event calendars and the run loop. Knows no AI and no telco. */
@NullMarked
package org.tafsim.kernel;

import org.jspecify.annotations.NullMarked;
