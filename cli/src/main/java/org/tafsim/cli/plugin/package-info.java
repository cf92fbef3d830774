/** Policies of third parties at the command line: which there are, that they come back, and how to begin one. */
@NullMarked
package org.tafsim.cli.plugin;

import org.jspecify.annotations.NullMarked;
