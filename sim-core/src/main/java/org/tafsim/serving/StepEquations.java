package org.tafsim.serving;

import java.util.Optional;
import org.tafsim.model.AcceleratorProfile;
import org.tafsim.model.Attention;
import org.tafsim.model.FeedForward;
import org.tafsim.model.ModelProfile;
import org.tafsim.model.Parallelism;
import org.tafsim.model.Precision;
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

    /** Copies of a token's activations for each expert it takes: gathered, written back, read to be added up. */
    private static final int ROUTED_PASSES = 3;

    private final ModelProfile model;
    private final Attention attention;
    private final FeedForward feedForward;
    private final AcceleratorProfile accelerator;
    private final StepConstants constants;
    private final int tensorParallel;
    private final Parallelism parallelism;
    private final Optional<ExpertSpread> spread;
    private final Precision precision;

    StepEquations(ReplicaSpec replica) {
        model = replica.model();
        attention = model.attention();
        feedForward = model.feedForward();
        accelerator = replica.accelerator();
        constants = replica.constants();
        tensorParallel = replica.tensorParallel();
        parallelism = replica.parallelism();
        spread = parallelism.isExpertParallel() ? Optional.of(new ExpertSpread(replica)) : Optional.empty();
        precision = replica.precision();
    }

    /**
     * All that depends on the tokens that pass the layers together alone (s): L · ((2) + (5) + (7)), no less than L · h0, and s0 and
     * (10); and (3) in layers with a window.
     *
     * @param tokens of the step; of a pipeline, those that its stages work on at a time
     */
    double baseSeconds(int tokens) {
        double alike = projectionSeconds(tokens) + elementwiseSeconds(tokens) + allReduceSeconds(tokens);
        double work = model.layers() * alike + forwardSeconds(tokens) + tokens * windowTokenSeconds();
        return Math.max(work, model.layers() * constants.launchSeconds())
                + constants.stepSeconds()
                + hopSeconds(tokens);
    }

    /** (10) Activations from stage to stage, and the token back to the first. */
    private double hopSeconds(int tokens) {
        int stages = parallelism.pipeline();
        if (stages == 1) {
            return 0;
        }
        double bytes = (double) tokens * model.hiddenSize() * ACTIVATION_BYTES;
        return stages * (constants.allReduceSeconds() + bytes / linkBytesPerSecond());
    }

    private double linkBytesPerSecond() {
        return constants.linkFraction() * accelerator.linkBytesPerSecond();
    }

    private double forwardSeconds(int tokens) {
        int dense = feedForward.denseLayers();
        double sparse = (model.layers() - dense) * expertSeconds(tokens);
        return dense == 0 ? sparse : sparse + dense * denseSeconds(tokens);
    }

    /** (2) The projections around attention, of one layer. */
    private double projectionSeconds(int tokens) {
        double parameters = attention.parameters(model.hiddenSize());
        double bytes = parameters * precision.attentionBytes();
        return roofline(2.0 * tokens * parameters, bytes, precision.attentionArithmetic());
    }

    /** (2) The MLP of one layer, or the experts of which each token takes some. */
    private double expertSeconds(int tokens) {
        if (spread.isPresent()) {
            return wholeExpertSeconds(tokens, spread.get());
        }
        double expert = mlpParameters(feedForward.size());
        double flops = 2.0 * tokens * (feedForward.active() + feedForward.shared()) * expert;
        double read = (distinctExperts(tokens) + feedForward.shared()) * expert;
        double products = roofline(flops, read * precision.weightBytes(), precision.arithmetic());
        return feedForward.isSparse() ? products + routingSeconds((double) tokens * feedForward.active()) : products;
    }

    /** (11) The experts of one layer on the busiest of the cards that hold some each; those that every token takes are shared. */
    private double wholeExpertSeconds(int tokens, ExpertSpread whole) {
        double expert = mlpParameters(feedForward.size());
        double everyones = (double) feedForward.shared() / tensorParallel;
        double flops = 2.0 * (whole.pairs(tokens) + tokens * everyones) * expert;
        double bytes = (whole.distinct(tokens) + everyones) * expert * precision.weightBytes();
        return roofline(1, flops, bytes, precision.arithmetic()) + routingSeconds(whole.pairs(tokens));
    }

    /** (2) What goes to the chosen experts of a card and comes back: copies of the activations of each pair of token and expert. */
    private double routingSeconds(double pairs) {
        double bytes = ROUTED_PASSES * pairs * model.hiddenSize() * ACTIVATION_BYTES;
        return constants.expertSeconds() + bytes / accelerator.memoryBytesPerSecond();
    }

    private double denseSeconds(int tokens) {
        double parameters = mlpParameters(feedForward.denseSize());
        return roofline(2.0 * tokens * parameters, parameters * precision.weightBytes(), precision.arithmetic());
    }

    private double mlpParameters(int size) {
        return (double) feedForward.matrices() * model.hiddenSize() * size;
    }

    /** Experts that some token of the step is routed to: expected, were routing uniform; an upper bound otherwise. */
    private double distinctExperts(int tokens) {
        if (!feedForward.isSparse()) {
            return feedForward.experts();
        }
        double missed = StrictMath.pow(1 - (double) feedForward.active() / feedForward.experts(), tokens);
        return feedForward.experts() * (1 - missed);
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
        return 2 * (constants.allReduceSeconds() + bytes / linkBytesPerSecond());
    }

    /**
     * (6) The LM head for the sequences that emit a token, for each s1 and (4) in layers with a window; nothing where none does. The
     * head of a pipeline is the last stage's, which works on one batch after the other.
     */
    double headSeconds(int sequences) {
        if (sequences == 0) {
            return 0;
        }
        int together = parallelism.microBatch(sequences);
        double parameters = model.headParameters();
        double bytes = parameters * Precision.WIDE_BYTES;
        double head = roofline(2.0 * together * parameters, bytes, Precision.Arithmetic.BF16);
        return Math.min(sequences, parallelism.pipeline()) * head
                + (constants.sequenceSeconds() + windowSequenceSeconds()) * together
                + constants.sequenceSeconds() * (sequences - together);
    }

    /** (3) Prefill attention over the layers that see the whole context, for each unit of Σ n(2c + n): two units are a pair. */
    double prefillUnitSeconds() {
        int full = model.layers() - model.window().layers();
        double flops = 0.5 * full * attention.prefillFlops();
        return flops / attentionFlopsPerSecond();
    }

    /** (3) The same over the layers with a window, for each token: as if all looked back one whole window. */
    private double windowTokenSeconds() {
        double flops = windowTokens() * attention.prefillFlops();
        return flops / attentionFlopsPerSecond();
    }

    /** Tokens of all windows, added up over the layers that have one. */
    private double windowTokens() {
        return model.window().layers() == 0
                ? 0
                : (double) model.window().layers() * model.window().tokens();
    }

    private double attentionFlopsPerSecond() {
        return tensorParallel * constants.attentionComputeFraction() * accelerator.bf16FlopsPerSecond();
    }

    /** (4) Decode attention over the layers that see the whole context, for each token of it. */
    double contextTokenSeconds() {
        return (model.layers() - model.window().layers()) * decodeSeconds();
    }

    /** (4) Decode attention over the layers with a window, for each sequence: as if all contexts were longer than it. */
    private double windowSequenceSeconds() {
        return windowTokens() * decodeSeconds();
    }

    /** One token of context in one layer: its bytes over the bandwidth, or the work on it, whichever takes longer. */
    private double decodeSeconds() {
        double bytesPerSecond = Math.min(tensorParallel, attention.kvShards())
                * constants.kvBandwidthFraction()
                * accelerator.memoryBytesPerSecond();
        double memory = attention.kvElements() * precision.kvBytes() / bytesPerSecond;
        return Math.max(memory, attention.decodeFlops() / attentionFlopsPerSecond());
    }

    /** The same on all cards that share a layer. */
    private double roofline(double flops, double bytes, Precision.Arithmetic arithmetic) {
        return roofline(tensorParallel, flops, bytes, arithmetic);
    }

    /** (compute^q + memory^q)^(1/q), as a factor on the larger: never below it. */
    private double roofline(int cards, double flops, double bytes, Precision.Arithmetic arithmetic) {
        double flopsPerSecond = accelerator.flopsPerSecond(arithmetic);
        double compute = flops / (cards * constants.gemmComputeFraction() * flopsPerSecond);
        double memory = bytes / (cards * constants.gemmBandwidthFraction() * accelerator.memoryBytesPerSecond());
        double larger = Math.max(compute, memory);
        double q = constants.rooflineExponent();
        double ratio = StrictMath.pow(Math.min(compute, memory) / larger, q);
        return larger * StrictMath.pow(1 + ratio, 1 / q);
    }
}
