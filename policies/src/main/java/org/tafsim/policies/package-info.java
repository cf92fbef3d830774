/**
 * Shipped routing policies. Each says its rule and its source; {@link org.tafsim.policies.ShippedPolicies} lists
 * them, docs/policies.md compares them.
 */
@NullMarked
package org.tafsim.policies;

import org.jspecify.annotations.NullMarked;
