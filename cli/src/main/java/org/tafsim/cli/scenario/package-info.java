/** Scenarios: reading, checking, summing up, starting a new one. */
@NullMarked
package org.tafsim.cli.scenario;

import org.jspecify.annotations.NullMarked;
