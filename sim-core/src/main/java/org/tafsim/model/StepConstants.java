package org.tafsim.model;

/**
 * What a serving engine makes of an accelerator's peaks: the constants of the iteration-time model (docs/model/serving.md).
 *
 * @param id e.g. {@code vllm/L4}
 * @param gemmBandwidthFraction η_b: share of the memory bandwidth reached while weights stream
 * @param gemmComputeFraction η_c: share of the peak reached by large matrix products
 * @param attentionComputeFraction η_a: share of the peak reached by prefill attention
 * @param kvBandwidthFraction η_k: share of the memory bandwidth reached while the KV cache streams
 * @param rooflineExponent q: sharpness of the corner between memory-bound and compute-bound, at least 1
 * @param layerSeconds ℓ0: launch and element-wise work of one layer (s)
 * @param launchSeconds h0: host time to launch one layer (s): work of an iteration takes no less than that, and hides it where it
 *     takes more; 0 where launches are recorded once, as CUDA graphs are
 * @param expertSeconds e0: routing, sorting and gathering of one layer whose tokens choose experts (s)
 * @param stepSeconds s0: host work of one iteration that is not hidden (s)
 * @param sequenceSeconds s1: the same for each sequence that emits a token (s)
 * @param allReduceSeconds r0: latency of one all-reduce (s)
 * @param linkFraction η_r: share of the link's rate an all-reduce reaches
 * @param source where the constants come from
 */
public record StepConstants(
        String id,
        double gemmBandwidthFraction,
        double gemmComputeFraction,
        double attentionComputeFraction,
        double kvBandwidthFraction,
        double rooflineExponent,
        double layerSeconds,
        double launchSeconds,
        double expertSeconds,
        double stepSeconds,
        double sequenceSeconds,
        double allReduceSeconds,
        double linkFraction,
        String source) {

    /** Checks; no fraction may exceed 1, so no iteration is faster than the hardware's peaks allow. */
    public StepConstants {
        String owner = "Step constants " + Require.name(id, "Step constants");
        Require.share(gemmBandwidthFraction, owner, "gemm bandwidth fraction");
        Require.share(gemmComputeFraction, owner, "gemm compute fraction");
        Require.share(attentionComputeFraction, owner, "attention compute fraction");
        Require.share(kvBandwidthFraction, owner, "KV bandwidth fraction");
        Require.share(linkFraction, owner, "link fraction");
        Require.positive(rooflineExponent, owner, "roofline exponent");
        Require.atLeastZero(layerSeconds, owner, "layer time (s)");
        Require.atLeastZero(launchSeconds, owner, "launch time (s)");
        Require.atLeastZero(expertSeconds, owner, "expert time (s)");
        Require.atLeastZero(stepSeconds, owner, "step time (s)");
        Require.atLeastZero(sequenceSeconds, owner, "sequence time (s)");
        Require.atLeastZero(allReduceSeconds, owner, "all-reduce latency (s)");
        if (rooflineExponent < 1) {
            throw new IllegalArgumentException(
                    "%s: roofline exponent (%s) must be at least 1, or an iteration would be "
                                    .formatted(owner, rooflineExponent)
                            + "slower than memory and compute one after the other.");
        }
    }

    /** Constants of an engine that hides its launches, and whose experts, where there are any, cost nothing beside their products. */
    public StepConstants(
            String id,
            double gemmBandwidthFraction,
            double gemmComputeFraction,
            double attentionComputeFraction,
            double kvBandwidthFraction,
            double rooflineExponent,
            double layerSeconds,
            double stepSeconds,
            double sequenceSeconds,
            double allReduceSeconds,
            double linkFraction,
            String source) {
        this(
                id,
                gemmBandwidthFraction,
                gemmComputeFraction,
                attentionComputeFraction,
                kvBandwidthFraction,
                rooflineExponent,
                layerSeconds,
                0,
                0,
                stepSeconds,
                sequenceSeconds,
                allReduceSeconds,
                linkFraction,
                source);
    }

    /** The same constants under another name. */
    public StepConstants withId(String otherId) {
        return new StepConstants(
                otherId,
                gemmBandwidthFraction,
                gemmComputeFraction,
                attentionComputeFraction,
                kvBandwidthFraction,
                rooflineExponent,
                layerSeconds,
                launchSeconds,
                expertSeconds,
                stepSeconds,
                sequenceSeconds,
                allReduceSeconds,
                linkFraction,
                source);
    }
}
