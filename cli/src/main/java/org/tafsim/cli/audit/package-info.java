/** Decisions that a run wrote down: whether they are whole, and what they say. */
@NullMarked
package org.tafsim.cli.audit;

import org.jspecify.annotations.NullMarked;
