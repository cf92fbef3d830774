/** The tutorial, command by command. */
@NullMarked
package org.tafsim.cli.tutorial;

import org.jspecify.annotations.NullMarked;
