/** Tests. */
@NullMarked
package org.tafsim.cli.run;

import org.jspecify.annotations.NullMarked;
