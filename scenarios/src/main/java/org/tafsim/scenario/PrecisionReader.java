package org.tafsim.scenario;

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

    private static final Map<String, Precision> BY_NAME = byName();

    private PrecisionReader() {}

    static Precision read(Node node, Reading reading) {
        if (!(node instanceof Node.Fields)) {
            return Keys.read(node, Format.oneOf("a precision", BY_NAME), reading.problems());
        }
        Keys keys = reading.keys(node, "a precision");
        double weight = keys.required("weightBytes", Quantities.POSITIVE_NUMBER);
        double kv = keys.required("kvBytes", Quantities.POSITIVE_NUMBER);
        boolean fp8 = keys.optional("fp8Compute", Format.FLAG, false);
        keys.done();
        return new Precision(weight, kv, fp8);
    }

    /** The KV cache stays at 16 bit, as serving engines have it unless told otherwise. */
    private static Map<String, Precision> byName() {
        Map<String, Precision> precisions = new LinkedHashMap<>();
        precisions.put("bf16", Precision.BF16);
        precisions.put("fp8", new Precision(1, 2, true));
        precisions.put("fp8-kv8", new Precision(1, 1, true));
        precisions.put("int8", new Precision(1, 2, false));
        precisions.put("int4", new Precision(INT4_BYTES, 2, false));
        return precisions;
    }
}
