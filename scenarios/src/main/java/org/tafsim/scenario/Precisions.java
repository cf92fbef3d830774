package org.tafsim.scenario;

import static org.tafsim.model.Precision.Arithmetic.BF16;
import static org.tafsim.model.Precision.Arithmetic.FP4;
import static org.tafsim.model.Precision.Arithmetic.FP8;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tafsim.model.Precision;

/** The widths of numbers that have a name. */
public final class Precisions {

    /** 4 bits, and a 16-bit scale with its zero point for every 128 weights, as AWQ and GPTQ store them. */
    private static final double INT4_BYTES = 4.25 / 8;

    /** 4 bits, and an 8-bit scale for every 32 weights (OCP microscaling formats); attention is left at 16 bit. */
    private static final double MXFP4_BYTES = 4.25 / 8;

    /** 4 bits, and an 8-bit scale for every 16 weights; such checkpoints bring scales for an 8-bit KV cache. */
    private static final double NVFP4_BYTES = 4.5 / 8;

    /** By the word that scenarios have for it. */
    public static final Map<String, Precision> BY_NAME = byName();

    private Precisions() {}

    /** The KV cache stays at 16 bit, as serving engines have it unless told otherwise or by the checkpoint. */
    private static Map<String, Precision> byName() {
        Map<String, Precision> precisions = new LinkedHashMap<>();
        precisions.put("bf16", Precision.BF16);
        precisions.put("fp8", new Precision(1, 1, 2, FP8));
        precisions.put("fp8-kv8", new Precision(1, 1, 1, FP8));
        precisions.put("int8", new Precision(1, 1, 2, BF16));
        precisions.put("int4", new Precision(INT4_BYTES, INT4_BYTES, 2, BF16));
        precisions.put("mxfp4", new Precision(MXFP4_BYTES, 2, 2, FP4));
        precisions.put("nvfp4", new Precision(NVFP4_BYTES, NVFP4_BYTES, 1, FP4));
        return Collections.unmodifiableMap(precisions);
    }
}
