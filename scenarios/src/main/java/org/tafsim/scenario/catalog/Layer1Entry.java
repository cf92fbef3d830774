package org.tafsim.scenario.catalog;

import java.util.Optional;
import org.tafsim.model.L1Demand;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads what layer 1 of a radio carrier takes of an accelerator. */
final class Layer1Entry {

    static final Section<L1Demand> SECTION =
            new Section<>("layer1", "layer 1 on an accelerator", "accelerator", Layer1Entry::read);

    private static final Format<Double> TIME =
            Quantities.SECONDS.named("a duration", "16 ns").that(seconds -> seconds > 0, "be more than zero");

    private Layer1Entry() {}

    private static Optional<L1Demand> read(String accelerator, Keys keys, String source, Problems problems) {
        double fixed = keys.required("fixed", Quantities.SECONDS);
        double downlink = keys.required("downlink", TIME);
        double uplink = keys.required("uplink", TIME);
        int grants = keys.optional("grants", Quantities.count("6"), L1Demand.USUAL_GRANTS);
        return problems.build(keys.at(), () -> new L1Demand(accelerator, fixed, downlink, uplink, grants, source));
    }
}
