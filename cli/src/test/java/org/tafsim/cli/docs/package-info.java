/** Documents hold together. */
@NullMarked
package org.tafsim.cli.docs;

import org.jspecify.annotations.NullMarked;
