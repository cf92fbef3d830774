/** The entities of an RO-Crate that packages have, as JSON-LD; see https://www.researchobject.org/ro-crate/1.1/. */
@NullMarked
package org.tafsim.experiment.pack.crate;

import org.jspecify.annotations.NullMarked;
