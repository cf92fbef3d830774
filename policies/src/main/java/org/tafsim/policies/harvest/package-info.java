/**
 * Shipped harvest policies: how much of a card layer 1 keeps, and what AI may take. Each is one class with its rule and source;
 * {@link org.tafsim.policies.harvest.ShippedHarvestPolicies} lists them, docs/policies.md compares them.
 */
@NullMarked
package org.tafsim.policies.harvest;

import org.jspecify.annotations.NullMarked;
