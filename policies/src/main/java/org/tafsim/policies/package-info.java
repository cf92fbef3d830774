/**
 * Shipped routing policies. Each is one class with its rule and source; {@link org.tafsim.policies.ShippedPolicies} lists
 * them, docs/policies.md compares them.
 */
@NullMarked
package org.tafsim.policies;

import org.jspecify.annotations.NullMarked;
