package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.model.Scenario;
import org.tafsim.network.Network;

/** How full the cells of populations were, over the whole run, warm-up included; nothing where they have none. */
final class CellReport {
    private final Scenario scenario;
    private final Network network;

    CellReport(Scenario scenario, Network network) {
        this.scenario = scenario;
        this.network = network;
    }

    /** Of each population with cells; what others use is not counted. */
    List<Metric> metrics() {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < scenario.populations().size(); i++) {
            if (scenario.populations().get(i).cells().isPresent()) {
                String scope = "population:" + scenario.populations().get(i).id();
                metrics.add(new Metric(scope, "cell_uplink_utilization", "fraction", network.uplinkUtilization(i)));
                metrics.add(new Metric(scope, "cell_downlink_utilization", "fraction", network.downlinkUtilization(i)));
            }
        }
        return List.copyOf(metrics);
    }
}
