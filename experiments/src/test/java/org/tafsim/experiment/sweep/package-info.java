/** Tests. */
@NullMarked
package org.tafsim.experiment.sweep;

import org.jspecify.annotations.NullMarked;
