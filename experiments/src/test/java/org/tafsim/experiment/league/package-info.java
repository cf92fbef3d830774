/** Tests. */
@NullMarked
package org.tafsim.experiment.league;

import org.jspecify.annotations.NullMarked;
