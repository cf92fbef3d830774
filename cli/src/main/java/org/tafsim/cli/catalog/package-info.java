/** What a scenario can name. */
@NullMarked
package org.tafsim.cli.catalog;

import org.jspecify.annotations.NullMarked;
