/** Policies that let a request in (docs/policies.md). */
@NullMarked
package org.tafsim.policies.admission;

import org.jspecify.annotations.NullMarked;
