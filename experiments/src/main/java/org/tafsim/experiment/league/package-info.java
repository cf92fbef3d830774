/** Policies over many scenarios: places in each, and the league table of all. */
@NullMarked
package org.tafsim.experiment.league;

import org.jspecify.annotations.NullMarked;
