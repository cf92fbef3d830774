@NullMarked
package org.tafsim.experiment.measured;

import org.jspecify.annotations.NullMarked;
