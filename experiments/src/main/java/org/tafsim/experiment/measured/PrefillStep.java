package org.tafsim.experiment.measured;

import org.tafsim.model.ReplicaSpec;
import org.tafsim.serving.IterationTime;

/**
 * One step that prefills whole prompts.
 *
 * @param sequences prompts
 * @param promptTokens of each
 */
public record PrefillStep(int sequences, int promptTokens) implements Load {

    @Override
    public double seconds(ReplicaSpec replica) {
        long tokens = (long) sequences * promptTokens;
        return IterationTime.of(replica).seconds(0, (int) tokens, sequences, tokens * promptTokens, 0);
    }

    @Override
    public Quantity quantity() {
        return Quantity.PREFILL;
    }

    @Override
    public String label() {
        return "prefill %d x %d".formatted(sequences, promptTokens);
    }
}
