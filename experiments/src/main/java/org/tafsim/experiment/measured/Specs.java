package org.tafsim.experiment.measured;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.BatchLimits;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
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

    /** Accelerators that share each layer; empty where the catalog lacks the model, the accelerator or constants of the engine. */
    Optional<ReplicaSpec> find(
            String model, String accelerator, int parallel, Precision precision, String engine, BatchLimits limits) {
        return find(model, accelerator, any -> Parallelism.tensor(parallel), precision, engine, limits);
    }

    /**
     * The same of accelerators that share the model in another way.
     *
     * @param parallelism how, which depends on the model
     */
    Optional<ReplicaSpec> find(
            String model,
            String accelerator,
            Function<ModelProfile, Parallelism> parallelism,
            Precision precision,
            String engine,
            BatchLimits limits) {
        ModelProfile profile = catalog.models().get(model);
        AcceleratorProfile card = catalog.accelerators().get(accelerator);
        Optional<StepConstants> constants = catalog.findConstants(engine, accelerator);
        if (profile == null || card == null || constants.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReplicaSpec(
                "measured", "there", profile, card, parallelism.apply(profile), precision, limits, constants.get()));
    }
}
