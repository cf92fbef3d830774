/** Test support shared by all modules. */
@NullMarked
package org.tafsim.testing;

import org.jspecify.annotations.NullMarked;
