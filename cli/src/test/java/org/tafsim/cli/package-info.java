/** Tests of the command line, in this process and by the packaged jar. */
@NullMarked
package org.tafsim.cli;

import org.jspecify.annotations.NullMarked;
