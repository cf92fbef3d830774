/** Tests. */
@NullMarked
package org.tafsim.cli.console;

import org.jspecify.annotations.NullMarked;
