/** Tests. */
@NullMarked
package org.tafsim.cli.audit;

import org.jspecify.annotations.NullMarked;
