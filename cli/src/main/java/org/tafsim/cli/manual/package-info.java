/** Manual pages and completion for shells, from the commands themselves. */
@NullMarked
package org.tafsim.cli.manual;

import org.jspecify.annotations.NullMarked;
