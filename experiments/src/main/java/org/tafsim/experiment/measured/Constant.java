package org.tafsim.experiment.measured;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.tafsim.model.StepConstants;

/** A constant of an engine that can be fitted, with bounds that keep it physical: no share exceeds 1. */
public enum Constant {
    GEMM_BANDWIDTH("gemmBandwidth", 0.2, 1, false),
    GEMM_COMPUTE("gemmCompute", 0.05, 1, false),
    ATTENTION_COMPUTE("attentionCompute", 0.05, 1, false),
    KV_BANDWIDTH("kvBandwidth", 0.1, 1, false),
    LINK("link", 0.05, 1, false),
    LAYER("layer", 0, 400e-6, true),
    LAUNCH("launch", 0, 1e-3, true),
    EXPERT("expert", 0, 400e-6, true),
    STEP("step", 0, 40e-3, true),
    SEQUENCE("sequence", 0, 400e-6, true),
    ALL_REDUCE("allReduce", 0, 200e-6, true);

    private final String key;
    private final double least;
    private final double most;
    private final boolean isTime;

    Constant(String key, double least, double most, boolean isTime) {
        this.key = key;
        this.least = least;
        this.most = most;
        this.isTime = isTime;
    }

    /** As catalogs have it. */
    public String key() {
        return key;
    }

    /** Whether it is a time (s); a share otherwise. */
    public boolean isTime() {
        return isTime;
    }

    /** Where a value lies between the bounds, 0 to 1. Times lie by their square root: small ones differ more. */
    double placeOf(double value) {
        double share = Math.min(1, Math.max(0, (value - least) / (most - least)));
        return isTime ? Math.sqrt(share) : share;
    }

    private double valueAt(double place) {
        return least + (most - least) * (isTime ? place * place : place);
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
            case LAUNCH -> constants.launchSeconds();
            case EXPERT -> constants.expertSeconds();
            case STEP -> constants.stepSeconds();
            case SEQUENCE -> constants.sequenceSeconds();
            case ALL_REDUCE -> constants.allReduceSeconds();
        };
    }

    /** The constants at places between their bounds, in the order of this enum. */
    static StepConstants at(double[] places, StepConstants like, String source) {
        Map<Constant, Double> values = new EnumMap<>(Constant.class);
        for (Constant constant : values()) {
            values.put(constant, constant.valueAt(places[values.size()]));
        }
        ToDoubleFunction<Constant> value = constant -> Objects.requireNonNull(values.get(constant));
        return new StepConstants(
                like.id(),
                value.applyAsDouble(GEMM_BANDWIDTH),
                value.applyAsDouble(GEMM_COMPUTE),
                value.applyAsDouble(ATTENTION_COMPUTE),
                value.applyAsDouble(KV_BANDWIDTH),
                like.rooflineExponent(),
                value.applyAsDouble(LAYER),
                value.applyAsDouble(LAUNCH),
                value.applyAsDouble(EXPERT),
                value.applyAsDouble(STEP),
                value.applyAsDouble(SEQUENCE),
                value.applyAsDouble(ALL_REDUCE),
                value.applyAsDouble(LINK),
                source);
    }
}
