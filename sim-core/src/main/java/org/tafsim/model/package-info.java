/** What a scenario describes: immutable records, one unit per quantity, validated on construction. */
@NullMarked
package org.tafsim.model;

import org.jspecify.annotations.NullMarked;
