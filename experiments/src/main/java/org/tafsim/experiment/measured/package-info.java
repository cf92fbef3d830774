/**
 * The serving model beside measurements of others: sources that are read, loads that are replayed, the ledger of errors, and
 * the fit of an engine's constants.
 *
 * <p>No measurement is shipped with the product: the sources are files of their owners, read where they lie.
 */
@NullMarked
package org.tafsim.experiment.measured;

import org.jspecify.annotations.NullMarked;
