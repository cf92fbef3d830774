/** The policy {@code external} as scenarios state it: a program of the user's own. Nothing is started here. */
@NullMarked
package org.tafsim.policies.external;

import org.jspecify.annotations.NullMarked;
