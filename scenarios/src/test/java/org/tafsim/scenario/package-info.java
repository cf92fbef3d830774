@NullMarked
package org.tafsim.scenario;

import org.jspecify.annotations.NullMarked;
