/** Simulating a scenario. */
@NullMarked
package org.tafsim.cli.run;

import org.jspecify.annotations.NullMarked;
