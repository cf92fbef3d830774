package org.tafsim.scenario;

import java.util.Map;
import java.util.Optional;
import org.tafsim.model.HarvestSpec;
import org.tafsim.model.RanControl;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads how often shares are looked at, how many slots may miss, and who decides what AI may take. */
final class RanControlReader {

    private static final long USUAL_INTERVAL_NANOS = 1_000_000_000L;
    private static final long USUAL_PERIOD_NANOS = 10_000_000_000L;
    private static final String USUAL_POLICY =
            HarvestSpec.usual(USUAL_PERIOD_NANOS).policy();
    private static final Format<Double> TARGET = Quantities.FRACTION
            .named("a share of slots", "1e-5")
            .that(share -> share > 0 && share < 1, "lie between 0 and 1, and be neither");

    private final Reading reading;
    private final Format<String> policy;

    RanControlReader(Reading reading) {
        this.reading = reading;
        policy = Format.word("a harvest policy", reading.policies().harvest().ids());
    }

    Optional<RanControl> read(Keys ran) {
        long interval = ran.optional("interval", Quantities.POSITIVE_DURATION, USUAL_INTERVAL_NANOS);
        double target = ran.optional("missTarget", TARGET, RanControl.USUAL_MISS_TARGET);
        long usualPeriod = Math.max(interval, USUAL_PERIOD_NANOS);
        Optional<HarvestSpec> harvest = ran.find("harvest")
                .map(node -> harvest(node, interval, usualPeriod))
                .orElse(Optional.of(HarvestSpec.usual(usualPeriod)));
        return harvest.flatMap(who -> reading.problems().build(ran.at(), () -> new RanControl(interval, target, who)));
    }

    private Optional<HarvestSpec> harvest(Node node, long interval, long usualPeriod) {
        int before = reading.problems().count();
        if (node instanceof Node.Text) {
            String id = Keys.read(node, policy, reading.problems());
            return reading.problems().count() > before
                    ? Optional.empty()
                    : reading.problems().build(node.at(), () -> new HarvestSpec(id, Map.of(), usualPeriod));
        }
        Keys keys = reading.keys(node, "the harvest of a RAN");
        String id = keys.optional("policy", policy, USUAL_POLICY);
        long period = keys.optional("period", Quantities.POSITIVE_DURATION, usualPeriod);
        Map<String, String> parameters = reading.policies().harvest().parameters(id, keys, reading.problems());
        keys.done();
        if (period < interval) {
            reading.problems()
                    .report(
                            keys.at("period"),
                            "the period (%s) must be at least the interval in which shares are looked at (%s)."
                                    .formatted(YamlText.duration(period), YamlText.duration(interval)));
        }
        return reading.problems().count() > before
                ? Optional.empty()
                : reading.problems().build(keys.at(), () -> new HarvestSpec(id, parameters, period));
    }
}
