/** Policies that say how many replicas are on (docs/policies.md). */
@NullMarked
package org.tafsim.policies.scaling;

import org.jspecify.annotations.NullMarked;
