/** Runs as they go on, for people who look on: nothing here changes a result. */
@NullMarked
package org.tafsim.cli.watch;

import org.jspecify.annotations.NullMarked;
