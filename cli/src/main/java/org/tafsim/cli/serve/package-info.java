/** The dashboard, opened and closed. */
@NullMarked
package org.tafsim.cli.serve;

import org.jspecify.annotations.NullMarked;
