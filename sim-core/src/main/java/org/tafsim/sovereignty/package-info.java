/**
 * Rules compiled to feasibility bit sets, and the count of what was broken. Modelled, not legal advice; equations and limits
 * are in docs/model/sovereignty.md.
 */
@NullMarked
package org.tafsim.sovereignty;

import org.jspecify.annotations.NullMarked;
