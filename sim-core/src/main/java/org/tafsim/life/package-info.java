/** The life of models on demand: pulled, loaded, warm, idle, evicted; and the accelerator memory that they share. */
@NullMarked
package org.tafsim.life;

import org.jspecify.annotations.NullMarked;
