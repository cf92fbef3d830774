/** The command that plays policies against each other on all scenarios. */
@NullMarked
package org.tafsim.cli.league;

import org.jspecify.annotations.NullMarked;
