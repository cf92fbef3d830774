/** Replications, comparison of policies and result files. */
@NullMarked
package org.tafsim.experiment;

import org.jspecify.annotations.NullMarked;
