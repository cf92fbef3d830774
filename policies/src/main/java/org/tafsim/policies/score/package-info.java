/** Filter, score, pick: candidates pass named conditions, get weighted scores in [0, 1], and one is picked. docs/policies.md lists them. */
@NullMarked
package org.tafsim.policies.score;

import org.jspecify.annotations.NullMarked;
