/** Policies that say which replicas are on (docs/policies.md). */
@NullMarked
package org.tafsim.policies.deployment;

import org.jspecify.annotations.NullMarked;
