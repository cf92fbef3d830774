/** Speed and theory: what the simulator says of itself. */
@NullMarked
package org.tafsim.cli.bench;

import org.jspecify.annotations.NullMarked;
