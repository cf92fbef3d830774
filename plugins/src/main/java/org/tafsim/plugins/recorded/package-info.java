/** Decisions of a run, written down as they are made, and made again from there. docs/external-policies.md has the format. */
@NullMarked
package org.tafsim.plugins.recorded;

import org.jspecify.annotations.NullMarked;
