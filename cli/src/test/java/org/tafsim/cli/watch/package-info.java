@NullMarked
package org.tafsim.cli.watch;

import org.jspecify.annotations.NullMarked;
