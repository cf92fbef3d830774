/** Sweeps on Apache Spark: the task verb, called for chunks of points on the executors. */
@NullMarked
package org.tafsim.spark;

import org.jspecify.annotations.NullMarked;
