package org.tafsim.scenario;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tafsim.model.ArrivalSpec;
import org.tafsim.model.ArrivalSpec.Renewal.Family;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.trace.TraceCheck;
import org.tafsim.scenario.trace.TraceSummary;

/** Reads how an application's requests arrive. */
final class ArrivalSection {

    private enum Type {
        POISSON,
        GAMMA,
        WEIBULL,
        ON_OFF,
        CLIENTS,
        TRACE
    }

    private static final double BURSTY = 2;
    private static final Format<String> SHA256 = Format.TEXT
            .that(text -> text.matches("[0-9a-f]{64}"), "be 64 hex digits")
            .named("a SHA-256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");

    private final Reading reading;
    private final Map<ArrivalSpec.Trace, Optional<TraceSummary>> traces = new LinkedHashMap<>();

    ArrivalSection(Reading reading) {
        this.reading = reading;
    }

    /**
     * Arrivals, as far as they could be read.
     *
     * @param isTrace whether they are recorded, lengths and all
     * @param trace what the recording holds
     */
    record Arrivals(Optional<ArrivalSpec> spec, boolean isTrace, Optional<TraceSummary> trace) {

        /** Whether they have a shape over the day of their own. */
        boolean haveOwnDay() {
            return isTrace
                    || (spec.isPresent() && spec.get() instanceof ArrivalSpec.Clients clients && clients.haveWindows());
        }

        /** From the first to the last request of the trace (ns), at the speed of replay; empty where there is none. */
        OptionalLong spanNanos() {
            if (trace.isPresent() && spec.isPresent() && spec.get() instanceof ArrivalSpec.Trace replay) {
                double nanos = trace.get().spanNanos() / replay.speed();
                return OptionalLong.of((long) Math.ceil(Math.min(nanos, Long.MAX_VALUE / 4.0)));
            }
            return OptionalLong.empty();
        }
    }

    /** The arrivals of an app. */
    Arrivals read(Keys app) {
        Optional<Node> stated = app.require("arrivals", "{rate: 5 /s}");
        if (stated.isEmpty()) {
            return new Arrivals(Optional.empty(), false, Optional.empty());
        }
        Keys keys = reading.keys(stated.get(), "arrivals");
        int before = reading.problems().count();
        Type type = keys.optional("type", Format.constant("a type of arrivals", Type.class), Type.POISSON);
        ArrivalSpec spec = switch (type) {
            case POISSON -> new ArrivalSpec.Poisson(keys.required("rate", Quantities.POSITIVE_RATE));
            case GAMMA -> renewal(keys, Family.GAMMA);
            case WEIBULL -> renewal(keys, Family.WEIBULL);
            case ON_OFF -> onOff(keys);
            case CLIENTS -> new ClientsReader(reading).read(keys);
            case TRACE -> trace(keys);
        };
        keys.done();
        Optional<TraceSummary> summary = Optional.empty();
        if (spec instanceof ArrivalSpec.Trace trace
                && keys.has("path")
                && reading.problems().count() == before) {
            summary = traces.computeIfAbsent(trace, read -> check(keys, read));
        }
        boolean isClean = reading.problems().count() == before;
        return new Arrivals(Optional.of(spec).filter(any -> isClean), type == Type.TRACE, summary);
    }

    private static ArrivalSpec renewal(Keys keys, Family family) {
        double rate = keys.required("rate", Quantities.POSITIVE_RATE);
        return new ArrivalSpec.Renewal(rate, family, keys.optional("variation", Quantities.POSITIVE_NUMBER, BURSTY));
    }

    private static ArrivalSpec onOff(Keys keys) {
        return new ArrivalSpec.OnOff(
                keys.required("onRate", Quantities.POSITIVE_RATE),
                keys.optional("offRate", Quantities.RATE, 0.0),
                keys.required("onTime", Quantities.POSITIVE_DURATION),
                keys.required("offTime", Quantities.POSITIVE_DURATION));
    }

    private static ArrivalSpec trace(Keys keys) {
        return new ArrivalSpec.Trace(
                keys.required("path", Format.TEXT.named("a path", "trace.csv")),
                keys.optional("speed", Quantities.POSITIVE_NUMBER, 1.0),
                keys.find("sha256", SHA256),
                keys.find("spread", Quantities.DURATION).map(OptionalLong::of).orElse(OptionalLong.empty()));
    }

    private Optional<TraceSummary> check(Keys keys, ArrivalSpec.Trace trace) {
        return reading.file(keys.at("path"), trace.path()).flatMap(file -> check(keys, trace, file));
    }

    private Optional<TraceSummary> check(Keys keys, ArrivalSpec.Trace trace, Path file) {
        Problems found = new Problems();
        Optional<TraceSummary> summary = TraceCheck.check(file, trace, found);
        if (!found.isEmpty()) {
            reading.problems().report(keys.at("path"), "the trace \"%s\" cannot be replayed.".formatted(trace.path()));
            reading.problems().reportAll(found.list());
        }
        return summary;
    }
}
