/** Tests of the store. */
@NullMarked
package org.tafsim.store;

import org.jspecify.annotations.NullMarked;
