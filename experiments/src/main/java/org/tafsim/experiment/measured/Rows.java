package org.tafsim.experiment.measured;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a source holds: measurements that can be compared, and why the other rows cannot. */
final class Rows {
    private final List<Measurement> measurements = new ArrayList<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    void add(Measurement measurement) {
        measurements.add(measurement);
    }

    void leaveOut(String reason, int rows) {
        leftOut.merge(reason, rows, Integer::sum);
    }

    List<Measurement> measurements() {
        return measurements;
    }

    /** Rows by the reason why they are left out, in the order of their first. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }
}
