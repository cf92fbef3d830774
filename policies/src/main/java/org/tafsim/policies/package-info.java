/** Shipped placement policies. */
@NullMarked
package org.tafsim.policies;

import org.jspecify.annotations.NullMarked;
