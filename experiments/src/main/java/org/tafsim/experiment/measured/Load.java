package org.tafsim.experiment.measured;

import org.tafsim.model.ReplicaSpec;

/** What a replica was asked to do while it was measured. */
public sealed interface Load permits PrefillStep, DecodeStep, LayerStep, ClosedLoop, Replay {

    /**
     * What the model says was measured (s).
     *
     * @throws IllegalArgumentException when the model does not fit on the replica's accelerators
     */
    double seconds(ReplicaSpec replica);

    /** A few words for tables, e.g. {@code 64 x 1024+1024}. */
    String label();
}
