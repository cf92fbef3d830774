/** Commands that describe, convert and fit recorded workload. */
@NullMarked
package org.tafsim.cli.trace;

import org.jspecify.annotations.NullMarked;
