package org.tafsim.scenario;

import java.util.Optional;
import org.tafsim.model.DurationSpec;
import org.tafsim.scenario.catalog.QuantileReader;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads times that may vary. */
final class DurationReader {

    private static final Format<Double> SHAPE = Quantities.POSITIVE_NUMBER.named("a shape", "0.7");

    private DurationReader() {}

    /**
     * A time, the mean of an exponential distribution, shape and mean of a Weibull one, two quantiles of a lognormal one, or any
     * quantiles.
     */
    static Optional<DurationSpec> read(Node node, Reading reading) {
        if (!(node instanceof Node.Fields)) {
            return Optional.of(new DurationSpec.Constant(Keys.read(node, Quantities.DURATION, reading.problems())));
        }
        Keys keys = reading.keys(node, "a time that varies");
        Optional<Long> exponential = keys.find("exponential", Quantities.POSITIVE_DURATION);
        Optional<Double> weibull = keys.find("weibull", SHAPE);
        Optional<Long> mean = keys.find("mean", Quantities.POSITIVE_DURATION);
        Optional<Long> median = keys.find("median", Quantities.POSITIVE_DURATION);
        Optional<Long> p95 = keys.find("p95", Quantities.POSITIVE_DURATION);
        Optional<Node> quantiles = keys.find("quantiles");
        keys.done();
        boolean isWeibull = weibull.isPresent() || mean.isPresent();
        boolean isLognormal = median.isPresent() || p95.isPresent();
        int ways = count(exponential.isPresent(), isWeibull, isLognormal, quantiles.isPresent());
        if (ways != 1 || median.isPresent() != p95.isPresent() || weibull.isPresent() != mean.isPresent()) {
            reading.problems()
                    .report(
                            node.at(),
                            "a time that varies needs one of 'exponential', 'weibull' with 'mean', 'median' with 'p95',"
                                    + " 'quantiles'.");
            return Optional.empty();
        }
        if (exponential.isPresent()) {
            return Optional.of(new DurationSpec.Exponential(exponential.get()));
        }
        if (isWeibull) {
            return reading.problems().build(node.at(), () -> new DurationSpec.Weibull(weibull.get(), mean.get()));
        }
        if (isLognormal) {
            return reading.problems().build(node.at(), () -> new DurationSpec.LogNormal(median.get(), p95.get()));
        }
        return new QuantileReader(Quantities.MILLIS, reading.problems())
                .read(quantiles.get())
                .map(DurationSpec.Quantiles::new);
    }

    private static int count(boolean... ways) {
        int count = 0;
        for (boolean way : ways) {
            count += way ? 1 : 0;
        }
        return count;
    }
}
