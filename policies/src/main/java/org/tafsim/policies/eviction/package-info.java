/** Policies that say which model makes room (docs/policies.md). */
@NullMarked
package org.tafsim.policies.eviction;

import org.jspecify.annotations.NullMarked;
