package org.tafsim.serving;

import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.ReplicaSpec;
import org.tafsim.model.StepConstants;

/**
 * Seconds of the parts of one iteration: the smooth roofline of docs/model/serving.md, whose numbers are cited below.
 *
 * <p>Every part is at least its floating-point work over the peak and at least its bytes over the memory bandwidth, and
 * none falls when tokens, contexts or sequences grow.
 */
final class StepEquations {
    /** Width of an activation (bytes), whatever the weights' width. */
    private static final int ACTIVATION_BYTES = 2;

    /** Activations read and written by the element-wise work of one layer, in units of the hidden size. */
    private static final int ELEMENTWISE_PASSES = 16;

    private final ModelProfile model;
    private final AcceleratorProfile accelerator;
    private final StepConstants constants;
    private final int tensorParallel;
    private final double weightBytes;
    private final double kvBytes;
    private final double flopsPerSecond;

    StepEquations(ReplicaSpec replica) {
        model = replica.model();
        accelerator = replica.accelerator();
        constants = replica.constants();
        tensorParallel = replica.tensorParallel();
        weightBytes = replica.precision().weightBytes();
        kvBytes = replica.precision().kvBytes();
        flopsPerSecond =
                replica.precision().fp8Compute() ? accelerator.fp8FlopsPerSecond() : accelerator.bf16FlopsPerSecond();
    }

    /** All that depends on the tokens of the step alone (s): L · ((2) + (5) + (7)) + s0. */
    double baseSeconds(int tokens) {
        double layer = gemmSeconds(tokens) + elementwiseSeconds(tokens) + allReduceSeconds(tokens);
        return model.layers() * layer + constants.stepSeconds();
    }

    /** (2) The matrix products of one layer. */
    private double gemmSeconds(int tokens) {
        double attention = attentionParameters();
        double compute = 2.0 * tokens * (attention + model.activeExperts() * expertParameters());
        double memory = (attention + distinctExperts(tokens) * expertParameters()) * weightBytes;
        return roofline(compute, memory);
    }

    /** (1) Q, K and V of one layer, and its output projection. */
    private double attentionParameters() {
        double heads = model.attentionHeads();
        double dimension = model.headDimension();
        return model.hiddenSize() * dimension * (heads + 2.0 * model.kvHeads())
                + heads * dimension * model.hiddenSize();
    }

    private double expertParameters() {
        return (double) model.mlpMatrices() * model.hiddenSize() * model.ffnSize();
    }

    /** Experts that some token of the step is routed to: expected, were routing uniform; an upper bound otherwise. */
    private double distinctExperts(int tokens) {
        if (model.experts() == model.activeExperts()) {
            return model.experts();
        }
        double missed = StrictMath.pow(1 - (double) model.activeExperts() / model.experts(), tokens);
        return model.experts() * (1 - missed);
    }

    /** (5) Launches and element-wise work of one layer. */
    private double elementwiseSeconds(int tokens) {
        double bytes = (double) ELEMENTWISE_PASSES * tokens * model.hiddenSize() * ACTIVATION_BYTES;
        return constants.layerSeconds() + bytes / accelerator.memoryBytesPerSecond();
    }

    /** (7) The two all-reduces of one layer. */
    private double allReduceSeconds(int tokens) {
        if (tensorParallel == 1) {
            return 0;
        }
        double share = 2.0 * (tensorParallel - 1) / tensorParallel;
        double bytes = share * tokens * model.hiddenSize() * ACTIVATION_BYTES;
        double transfer = bytes / (constants.linkFraction() * accelerator.linkBytesPerSecond());
        return 2 * (constants.allReduceSeconds() + transfer);
    }

    /** (6) The LM head for the sequences that emit a token, and s1 for each; nothing where none does. */
    double headSeconds(int sequences) {
        if (sequences == 0) {
            return 0;
        }
        double parameters = (double) model.hiddenSize() * model.vocabularySize();
        return roofline(2.0 * sequences * parameters, parameters * weightBytes)
                + constants.sequenceSeconds() * sequences;
    }

    /** (3) Prefill attention over all layers, for each unit of Σ n(2c + n). */
    double prefillUnitSeconds() {
        double flops = 2.0 * model.layers() * model.attentionHeads() * model.headDimension();
        return flops / (tensorParallel * constants.attentionComputeFraction() * flopsPerSecond);
    }

    /** (4) Decode attention over all layers, for each token of context. KV heads are split over at most K accelerators. */
    double contextTokenSeconds() {
        double bytesPerSecond = Math.min(tensorParallel, model.kvHeads())
                * constants.kvBandwidthFraction()
                * accelerator.memoryBytesPerSecond();
        return model.kvBytesPerToken(kvBytes) / bytesPerSecond;
    }

    /** (compute^q + memory^q)^(1/q), as a factor on the larger: never below it. */
    private double roofline(double flops, double bytes) {
        double compute = flops / (tensorParallel * constants.gemmComputeFraction() * flopsPerSecond);
        double memory =
                bytes / (tensorParallel * constants.gemmBandwidthFraction() * accelerator.memoryBytesPerSecond());
        double larger = Math.max(compute, memory);
        double q = constants.rooflineExponent();
        double ratio = StrictMath.pow(Math.min(compute, memory) / larger, q);
        return larger * StrictMath.pow(1 + ratio, 1 / q);
    }
}
