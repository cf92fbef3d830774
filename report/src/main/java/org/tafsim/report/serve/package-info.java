/** The dashboard: results of a folder, looked at with a browser, over HTTP on this machine. It reads, and never writes. */
@NullMarked
package org.tafsim.report.serve;

import org.jspecify.annotations.NullMarked;
