/** Traces of vehicles in the files of others (SUMO), and what they say of cells and zones; see docs/model/mobility.md. */
@NullMarked
package org.tafsim.scenario.mobility;

import org.jspecify.annotations.NullMarked;
