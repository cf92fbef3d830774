/** Catalogs: accelerators, models, engines, countries, cities, radios and lengths, every entry with its source. */
@NullMarked
package org.tafsim.scenario.catalog;

import org.jspecify.annotations.NullMarked;
