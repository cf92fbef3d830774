@NullMarked
package org.tafsim.experiment.pack.archive;

import org.jspecify.annotations.NullMarked;
