/** Reports and the dashboard in a real browser. */
@NullMarked
package org.tafsim.cli.browser;

import org.jspecify.annotations.NullMarked;
