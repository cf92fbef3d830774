package org.tafsim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.RanBurst;
import org.tafsim.model.RanLoad;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads how much of its resource blocks a cell has in use: always so much, by the hour with bursts, or as it was recorded. */
final class RanLoadReader {

    /** The usual day without bursts, from midnight. */
    static final RanLoad USUAL = new RanLoad.Diurnal(RanLoad.Diurnal.TWO_HUMPS, 0, new RanBurst.None());

    private static final int HOURS = 24;
    private static final double USUAL_PEAK = Collections.max(RanLoad.Diurnal.TWO_HUMPS);
    private static final Format<Double> LOAD = Quantities.FRACTION.named("a load", "52 %");

    private final Reading reading;

    RanLoadReader(Reading reading) {
        this.reading = reading;
    }

    /** A load; empty where there are problems. */
    Optional<RanLoad> read(Node node) {
        if (node instanceof Node.Text) {
            double always = Keys.read(node, LOAD, reading.problems());
            return Optional.of(new RanLoad.Diurnal(Collections.nCopies(HOURS, always), 0, new RanBurst.None()));
        }
        Keys keys = reading.keys(node, "a load of cells");
        Optional<Keys> trace = keys.mapping("trace", "a trace of load");
        Optional<Double> peak = keys.find("peak", LOAD);
        List<Double> hours = keys.list("hours", LOAD);
        Optional<Double> start = keys.find("startHour", Quantities.NATURAL_NUMBER.named("an hour of the day", "9"));
        Optional<RanBurst> burst = keys.find("burst").flatMap(this::burst);
        keys.done();
        boolean hasHours = keys.has("hours");
        if (trace.isPresent() && (peak.isPresent() || hasHours || start.isPresent() || keys.has("burst"))) {
            reading.problems().report(keys.at("trace"), "a trace has its own loads; nothing goes beside it.");
            return Optional.empty();
        }
        if (peak.isPresent() && hasHours) {
            reading.problems().report(keys.at("hours"), "'hours' and 'peak' do not go together.");
            return Optional.empty();
        }
        if (trace.isPresent()) {
            return trace(trace.get());
        }
        List<Double> day = hasHours ? hours : twoHumps(peak.orElse(USUAL_PEAK));
        return reading.problems()
                .build(keys.at(), () -> new RanLoad.Diurnal(day, start.orElse(0.0), burst.orElse(new RanBurst.None())));
    }

    /** The usual day with another busy hour. */
    private static List<Double> twoHumps(double peak) {
        return RanLoad.Diurnal.TWO_HUMPS.stream()
                .map(load -> load * (peak / USUAL_PEAK))
                .toList();
    }

    private Optional<RanLoad> trace(Keys keys) {
        List<Long> at = keys.list("at", Quantities.DURATION);
        List<Double> loads = keys.list("loads", LOAD);
        keys.done();
        return reading.problems().build(keys.at(), () -> new RanLoad.Trace(at, loads));
    }

    private Optional<RanBurst> burst(Node node) {
        if (node instanceof Node.Text) {
            Keys.read(node, Format.word("a burst", List.of("none")), reading.problems());
            return Optional.of(new RanBurst.None());
        }
        Keys keys = reading.keys(node, "bursts of load");
        Optional<Double> variation = keys.find("lognormal", Quantities.NATURAL_NUMBER.named("a variation", "0.3"));
        boolean isOnOff = keys.has("factor") || keys.has("on") || keys.has("off");
        if (variation.isPresent() == isOnOff) {
            List.of("factor", "on", "off").forEach(keys::find);
            keys.done();
            reading.problems().report(node.at(), "bursts need either 'lognormal', or 'factor', 'on' and 'off'.");
            return Optional.empty();
        }
        if (variation.isPresent()) {
            keys.done();
            return Optional.of(new RanBurst.LogNormal(variation.get()));
        }
        double factor = keys.required("factor", Quantities.NATURAL_NUMBER.named("a factor", "3"));
        long on = keys.required("on", Quantities.POSITIVE_DURATION);
        long off = keys.required("off", Quantities.POSITIVE_DURATION);
        keys.done();
        return reading.problems().build(keys.at(), () -> new RanBurst.OnOff(factor, on, off));
    }
}
