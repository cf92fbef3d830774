package org.tafsim.experiment.measured;

import org.tafsim.model.ModelProfile;
import org.tafsim.model.ReplicaSpec;

/**
 * One layer's part of a step: what a second layer adds to a model of one.
 *
 * @param step of which it is a part
 */
public record LayerStep(Load step) implements Load {

    @Override
    public double seconds(ReplicaSpec replica) {
        return step.seconds(withLayers(replica, 2)) - step.seconds(withLayers(replica, 1));
    }

    private static ReplicaSpec withLayers(ReplicaSpec replica, int layers) {
        ModelProfile model = replica.model();
        long parameters =
                model.parameters() / model.layers() * layers + 2L * model.hiddenSize() * model.vocabularySize();
        ModelProfile part = new ModelProfile(
                model.id(),
                model.providerCountry(),
                layers,
                model.hiddenSize(),
                model.attention(),
                model.window(),
                model.feedForward(),
                model.vocabularySize(),
                parameters,
                model.contextTokens(),
                model.source());
        return new ReplicaSpec(
                replica.id(),
                replica.siteId(),
                part,
                replica.accelerator(),
                replica.parallelism(),
                replica.precision(),
                replica.limits(),
                replica.constants());
    }

    @Override
    public Quantity quantity() {
        return step.quantity() == Quantity.PREFILL ? Quantity.LAYER_PREFILL : Quantity.LAYER_DECODE;
    }

    @Override
    public String label() {
        return "layer " + step.label();
    }
}
