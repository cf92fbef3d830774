/** Tallies, time-weighted means, latency histograms and confidence intervals. */
@NullMarked
package org.tafsim.stats;

import org.jspecify.annotations.NullMarked;
