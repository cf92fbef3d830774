/** Policies that order requests at a replica (docs/policies.md). */
@NullMarked
package org.tafsim.policies.order;

import org.jspecify.annotations.NullMarked;
