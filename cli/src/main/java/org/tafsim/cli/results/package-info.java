/** Commands that look at results on disk. */
@NullMarked
package org.tafsim.cli.results;

import org.jspecify.annotations.NullMarked;
