/** Speed of the kernel beside other event lists. */
@NullMarked
package org.tafsim.benchmark;

import org.jspecify.annotations.NullMarked;
