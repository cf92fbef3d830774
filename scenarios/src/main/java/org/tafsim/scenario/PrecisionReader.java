package org.tafsim.scenario;

import org.tafsim.model.Precision;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads the widths of numbers on a replica: a word, or the widths themselves. */
final class PrecisionReader {

    private PrecisionReader() {}

    static Precision read(Node node, Reading reading) {
        if (!(node instanceof Node.Fields)) {
            return Keys.read(node, Format.oneOf("a precision", Precisions.BY_NAME), reading.problems());
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
}
