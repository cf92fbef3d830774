package org.tafsim.scenario;

import org.tafsim.model.DurationSpec;

/** Writes times that may vary, as {@link DurationReader} reads them. */
final class DurationWriter {

    private DurationWriter() {}

    static String yaml(DurationSpec spec) {
        if (spec instanceof DurationSpec.Constant constant) {
            return YamlText.duration(constant.nanos());
        }
        if (spec instanceof DurationSpec.Exponential exponential) {
            return new Entry().duration("exponential", exponential.meanNanos()).toString();
        }
        if (spec instanceof DurationSpec.Weibull weibull) {
            return new Entry()
                    .number("weibull", weibull.shape())
                    .duration("mean", weibull.meanNanos())
                    .toString();
        }
        if (spec instanceof DurationSpec.LogNormal logNormal) {
            return new Entry()
                    .duration("median", logNormal.medianNanos())
                    .duration("p95", logNormal.p95Nanos())
                    .toString();
        }
        DurationSpec.Quantiles quantiles = (DurationSpec.Quantiles) spec;
        return new Entry()
                .raw("quantiles", ProfileWriter.quantiles(quantiles.millis(), " ms"))
                .toString();
    }
}
