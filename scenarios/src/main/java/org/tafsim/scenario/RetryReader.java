package org.tafsim.scenario;

import java.util.Optional;
import org.tafsim.model.HedgeSpec;
import org.tafsim.model.RetrySpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Quantities;

/** Reads the retries of an application, and its hedges. */
final class RetryReader {

    private static final Format<Long> MOST = Quantities.whole(0, 1000, "2");
    private static final Format<Long> MOST_COPIES = Quantities.whole(1, 1000, "1");
    private static final Format<Long> AT_LEAST = Quantities.whole(0, Integer.MAX_VALUE, "100");

    private final Reading reading;

    RetryReader(Reading reading) {
        this.reading = reading;
    }

    /** What an application says of them; empty where it says nothing. */
    Optional<RetrySpec> read(Keys app, Optional<PipelineReader.Plan> plan) {
        return app.mapping("retries", "retries").map(keys -> {
            RetrySpec retries = new RetrySpec(
                    keys.optional("budget", Quantities.FRACTION, RetrySpec.USUAL_BUDGET),
                    Math.toIntExact(keys.optional("most", MOST, (long) RetrySpec.USUAL_MOST)),
                    keys.optional("backoff", Quantities.DURATION, 0L),
                    keys.optional("window", Quantities.POSITIVE_DURATION, RetrySpec.USUAL_WINDOW_NANOS),
                    Math.toIntExact(keys.optional("atLeast", AT_LEAST, (long) RetrySpec.USUAL_AT_LEAST)),
                    hedge(keys, plan));
            keys.done();
            return retries;
        });
    }

    private Optional<HedgeSpec> hedge(Keys retries, Optional<PipelineReader.Plan> plan) {
        Optional<HedgeSpec> hedge = retries.mapping("hedge", "a hedge").flatMap(keys -> {
            long after = keys.required("after", Quantities.POSITIVE_DURATION);
            int most = Math.toIntExact(keys.optional("most", MOST_COPIES, (long) HedgeSpec.USUAL_MOST));
            keys.done();
            return reading.problems().build(keys.at(), () -> new HedgeSpec(after, most));
        });
        if (hedge.isPresent() && plan.isPresent() && plan.get().pipeline().goesOn()) {
            reading.problems()
                    .report(
                            retries.at("hedge"),
                            "requests that go through a pipeline of several stages cannot be hedged.");
            return Optional.empty();
        }
        return hedge;
    }
}
