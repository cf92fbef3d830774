/** Tests. */
@NullMarked
package org.tafsim.scenario.mobility;

import org.jspecify.annotations.NullMarked;
