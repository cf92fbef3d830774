/** Named random streams and keyed draws. */
@NullMarked
package org.tafsim.kernel.random;

import org.jspecify.annotations.NullMarked;
