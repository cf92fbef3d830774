/** Pages of documents that are written from the schemas. */
@NullMarked
package org.tafsim.scenario.reference;

import org.jspecify.annotations.NullMarked;
