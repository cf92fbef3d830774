package org.tafsim.scenario;

import static org.tafsim.model.Precision.Arithmetic.BF16;
import static org.tafsim.model.Precision.Arithmetic.FP4;
import static org.tafsim.model.Precision.Arithmetic.FP8;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tafsim.model.Precision;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads the widths of numbers on a replica: a word, or the widths themselves. */
final class PrecisionReader {

    /** 4 bits, and a 16-bit scale with its zero point for every 128 weights, as AWQ and GPTQ store them. */
    private static final double INT4_BYTES = 4.25 / 8;

    /** 4 bits, and an 8-bit scale for every 32 weights (OCP microscaling formats); attention is left at 16 bit. */
    private static final double MXFP4_BYTES = 4.25 / 8;

    /** 4 bits, and an 8-bit scale for every 16 weights; such checkpoints bring scales for an 8-bit KV cache. */
    private static final double NVFP4_BYTES = 4.5 / 8;

    private static final Map<String, Precision> BY_NAME = byName();

    private PrecisionReader() {}

    static Precision read(Node node, Reading reading) {
        if (!(node instanceof Node.Fields)) {
            return Keys.read(node, Format.oneOf("a precision", BY_NAME), reading.problems());
        }
        Keys keys = reading.keys(node, "a precision");
        double weight = keys.required("weightBytes", Quantities.POSITIVE_NUMBER);
        double kv = keys.required("kvBytes", Quantities.POSITIVE_NUMBER);
        double attention = keys.optional("attentionBytes", Quantities.POSITIVE_NUMBER, weight);
        Precision.Arithmetic arithmetic = keys.optional(
                "arithmetic", Format.constant("an arithmetic", Precision.Arithmetic.class), Precision.Arithmetic.BF16);
        keys.done();
        return new Precision(weight, attention, kv, arithmetic);
    }

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
        return precisions;
    }
}
