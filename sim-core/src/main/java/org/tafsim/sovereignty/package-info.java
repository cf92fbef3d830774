/** Rules compiled to feasibility bit sets, and the count of what was broken. */
@NullMarked
package org.tafsim.sovereignty;

import org.jspecify.annotations.NullMarked;
