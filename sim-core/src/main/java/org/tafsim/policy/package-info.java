/** The contract placement policies are written against: small interfaces and read-only views. */
@NullMarked
package org.tafsim.policy;

import org.jspecify.annotations.NullMarked;
