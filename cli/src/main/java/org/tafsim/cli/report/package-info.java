/** Commands for reports. */
@NullMarked
package org.tafsim.cli.report;

import org.jspecify.annotations.NullMarked;
