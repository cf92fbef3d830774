@NullMarked
package org.tafsim.report.serve;

import org.jspecify.annotations.NullMarked;
