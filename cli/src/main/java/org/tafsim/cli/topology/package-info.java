/** Commands about networks in the files of others. */
@NullMarked
package org.tafsim.cli.topology;

import org.jspecify.annotations.NullMarked;
