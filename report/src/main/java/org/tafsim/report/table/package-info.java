/** Tables of runs and sweeps for people, and their words and numbers. */
@NullMarked
package org.tafsim.report.table;

import org.jspecify.annotations.NullMarked;
