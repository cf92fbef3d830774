/** What every command shares: where it writes, how it tells numbers, progress and failures. */
@NullMarked
package org.tafsim.cli.console;

import org.jspecify.annotations.NullMarked;
