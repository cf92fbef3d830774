/** Scenario files: the strict reader, catalogs and templates. */
@NullMarked
package org.tafsim.scenario;

import org.jspecify.annotations.NullMarked;
