/** Decisions about places, written down in a chain of hashes, so that whoever reads them knows that none was changed. */
@NullMarked
package org.tafsim.experiment.audit;

import org.jspecify.annotations.NullMarked;
