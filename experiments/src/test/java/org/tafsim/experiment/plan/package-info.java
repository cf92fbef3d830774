/** Tests. */
@NullMarked
package org.tafsim.experiment.plan;

import org.jspecify.annotations.NullMarked;
