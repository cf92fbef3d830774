/** Accounts of electricity, carbon and money: {@code docs/model/energy.md}. */
@NullMarked
package org.tafsim.energy;

import org.jspecify.annotations.NullMarked;
