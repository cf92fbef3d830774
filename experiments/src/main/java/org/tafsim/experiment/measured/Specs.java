package org.tafsim.experiment.measured;

import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Precision;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;
import org.tafsim.scenario.catalog.Catalog;

/** Replicas of the catalog's parts. */
final class Specs {
    /** Layers and steps that were measured alone did not care for a KV pool. */
    static final BatchLimits ALONE = new BatchLimits(1 << 14, 4096, 16, 1, OptionalInt.of(1));

    private final Catalog catalog;

    Specs(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Empty where the catalog lacks the model, the accelerator or constants of the engine. */
    Optional<ReplicaSpec> find(
            String model, String accelerator, int parallel, Precision precision, String engine, BatchLimits limits) {
        ModelProfile profile = catalog.models().get(model);
        AcceleratorProfile card = catalog.accelerators().get(accelerator);
        Optional<StepConstants> constants = catalog.findConstants(engine, accelerator);
        if (profile == null || card == null || constants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new ReplicaSpec("measured", "there", profile, card, parallel, precision, limits, constants.get()));
    }
}
