/**
 * Zip files that come from strangers: read without trust, and written so that the same content gives the same bytes. Nothing
 * here knows what a package means.
 */
@NullMarked
package org.tafsim.experiment.pack.archive;

import org.jspecify.annotations.NullMarked;
