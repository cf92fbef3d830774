/** Tables and figures. */
@NullMarked
package org.tafsim.report;

import org.jspecify.annotations.NullMarked;
