package org.tafsim.experiment.measured;

import org.tafsim.model.StepConstants;

/** A constant of an engine that can be fitted, with bounds that keep it physical: no share exceeds 1. */
public enum Constant {
    GEMM_BANDWIDTH("gemmBandwidth", 0.2, 1),
    GEMM_COMPUTE("gemmCompute", 0.05, 1),
    ATTENTION_COMPUTE("attentionCompute", 0.05, 1),
    KV_BANDWIDTH("kvBandwidth", 0.1, 1),
    LINK("link", 0.05, 1),
    LAYER("layer", 0, 400e-6),
    EXPERT("expert", 0, 400e-6),
    STEP("step", 0, 40e-3),
    SEQUENCE("sequence", 0, 200e-6),
    ALL_REDUCE("allReduce", 0, 200e-6);

    private final String key;
    private final double least;
    private final double most;

    Constant(String key, double least, double most) {
        this.key = key;
        this.least = least;
        this.most = most;
    }

    /** As catalogs have it. */
    public String key() {
        return key;
    }

    /** Whether it is a time (s); a share otherwise. */
    public boolean isTime() {
        return ordinal() >= LAYER.ordinal();
    }

    /** Where a value lies between the bounds, 0 to 1. Times lie by their square root: small ones differ more. */
    double placeOf(double value) {
        double share = Math.min(1, Math.max(0, (value - least) / (most - least)));
        return isTime() ? Math.sqrt(share) : share;
    }

    private double valueAt(double place) {
        return least + (most - least) * (isTime() ? place * place : place);
    }

    /** Its value among others. */
    public double of(StepConstants constants) {
        return switch (this) {
            case GEMM_BANDWIDTH -> constants.gemmBandwidthFraction();
            case GEMM_COMPUTE -> constants.gemmComputeFraction();
            case ATTENTION_COMPUTE -> constants.attentionComputeFraction();
            case KV_BANDWIDTH -> constants.kvBandwidthFraction();
            case LINK -> constants.linkFraction();
            case LAYER -> constants.layerSeconds();
            case EXPERT -> constants.expertSeconds();
            case STEP -> constants.stepSeconds();
            case SEQUENCE -> constants.sequenceSeconds();
            case ALL_REDUCE -> constants.allReduceSeconds();
        };
    }

    /** The constants at places between their bounds, in the order of this enum. */
    static StepConstants at(double[] places, StepConstants like, String source) {
        double[] values = new double[places.length];
        for (Constant constant : values()) {
            values[constant.ordinal()] = constant.valueAt(places[constant.ordinal()]);
        }
        return new StepConstants(
                like.id(),
                values[GEMM_BANDWIDTH.ordinal()],
                values[GEMM_COMPUTE.ordinal()],
                values[ATTENTION_COMPUTE.ordinal()],
                values[KV_BANDWIDTH.ordinal()],
                like.rooflineExponent(),
                values[LAYER.ordinal()],
                values[EXPERT.ordinal()],
                values[STEP.ordinal()],
                values[SEQUENCE.ordinal()],
                values[ALL_REDUCE.ordinal()],
                values[LINK.ordinal()],
                source);
    }
}
