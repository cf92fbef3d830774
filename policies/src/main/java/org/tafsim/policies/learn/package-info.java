/** Routing policies that learn from how requests ended: bandits whose arms are sites or replicas. docs/policies.md says what they pay. */
@NullMarked
package org.tafsim.policies.learn;

import org.jspecify.annotations.NullMarked;
