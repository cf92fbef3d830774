/** The command line. */
@NullMarked
package org.tafsim.cli;

import org.jspecify.annotations.NullMarked;
