/** Commands for packages of results that others can check and run again. */
@NullMarked
package org.tafsim.cli.pack;

import org.jspecify.annotations.NullMarked;
