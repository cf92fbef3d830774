/** The models beside measurements of others, and the fit of their constants. */
@NullMarked
package org.tafsim.cli.validate;

import org.jspecify.annotations.NullMarked;
