package org.tafsim.experiment.measured;

import org.tafsim.model.BatchLimits;
import org.tafsim.model.ReplicaSpec;

/** What a replica was asked to do while it was measured. */
public sealed interface Load permits PrefillStep, DecodeStep, LayerStep, ClosedLoop, Replay {

    /**
     * What the model says was measured (s).
     *
     * @throws IllegalArgumentException when the model does not fit on the replica's accelerators
     */
    double seconds(ReplicaSpec replica);

    /** What is measured of it. */
    Quantity quantity();

    /** How far batches may fill, where nothing else is known. */
    default BatchLimits limits() {
        return Specs.ALONE;
    }

    /** A few words for tables, e.g. {@code 64 x 1024+1024}. */
    String label();
}
