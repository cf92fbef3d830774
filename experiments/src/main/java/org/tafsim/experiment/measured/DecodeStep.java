package org.tafsim.experiment.measured;

import org.tafsim.model.ReplicaSpec;
import org.tafsim.serving.IterationTime;

/**
 * One step in which every sequence gets a token.
 *
 * @param sequences that decode
 * @param contextTokens of each, on average
 */
public record DecodeStep(int sequences, int contextTokens) implements Load {

    @Override
    public double seconds(ReplicaSpec replica) {
        return IterationTime.of(replica).seconds(sequences, 0, 0, 0, (long) sequences * contextTokens);
    }

    @Override
    public Quantity quantity() {
        return Quantity.DECODE;
    }

    @Override
    public String label() {
        return "decode %d x %d".formatted(sequences, contextTokens);
    }
}
