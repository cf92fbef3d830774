/** Tests of networks in the files of others. */
@NullMarked
package org.tafsim.scenario.topology;

import org.jspecify.annotations.NullMarked;
