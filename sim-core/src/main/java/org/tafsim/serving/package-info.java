/** Replicas that batch continuously: iteration time, KV blocks, admission, preemption. */
@NullMarked
package org.tafsim.serving;

import org.jspecify.annotations.NullMarked;
