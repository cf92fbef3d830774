/** Traces of vehicles: described, and turned into movement and journeys of a scenario. */
@NullMarked
package org.tafsim.cli.mobility;

import org.jspecify.annotations.NullMarked;
