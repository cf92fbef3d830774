/** Experiment files: a base scenario, what varies, and how often each point runs. */
@NullMarked
package org.tafsim.experiment.plan;

import org.jspecify.annotations.NullMarked;
