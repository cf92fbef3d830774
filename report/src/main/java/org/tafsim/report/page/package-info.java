/** The report of a run or a sweep as one file for a browser, made of the files in its folder alone; see {@code docs/report.md}. */
@NullMarked
package org.tafsim.report.page;

import org.jspecify.annotations.NullMarked;
