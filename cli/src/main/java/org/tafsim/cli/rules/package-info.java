/** Rule packs: what they hold, what their rules mean, whether they say what they should. */
@NullMarked
package org.tafsim.cli.rules;

import org.jspecify.annotations.NullMarked;
