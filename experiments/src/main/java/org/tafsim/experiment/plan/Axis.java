package org.tafsim.experiment.plan;

import java.util.List;

/**
 * A path and the values it takes, in order.
 *
 * @param values at least one
 */
record Axis(String path, List<Setting> values) {

    Axis {
        values = List.copyOf(values);
    }
}
