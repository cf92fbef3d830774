@NullMarked
package org.tafsim.experiment.pack;

import org.jspecify.annotations.NullMarked;
