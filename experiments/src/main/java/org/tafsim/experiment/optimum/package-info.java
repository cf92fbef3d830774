/** What no policy can beat: bounds by linear relaxation, exact optima of small cases, and how far policies are from them. */
@NullMarked
package org.tafsim.experiment.optimum;

import org.jspecify.annotations.NullMarked;
