/** A small language for choosing candidates: arithmetic, comparisons and logic over what a controller sees. */
@NullMarked
package org.tafsim.policies.expression;

import org.jspecify.annotations.NullMarked;
