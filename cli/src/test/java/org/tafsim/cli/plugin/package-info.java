/** Tests. */
@NullMarked
package org.tafsim.cli.plugin;

import org.jspecify.annotations.NullMarked;
