package org.tafsim.scenario;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        TRACE
    }

    private static final double BURSTY = 2;

    private final Reading reading;
    private final Map<String, Optional<TraceSummary>> tracesByPath = new LinkedHashMap<>();

    ArrivalSection(Reading reading) {
        this.reading = reading;
    }

    /** Arrivals, and what their trace holds where they have one. */
    record Arrivals(ArrivalSpec spec, Optional<TraceSummary> trace) {}

    Optional<Arrivals> read(Node node) {
        Keys keys = reading.keys(node, "arrivals");
        int before = reading.problems().count();
        Type type = keys.optional("type", Format.constant("a type of arrivals", Type.class), Type.POISSON);
        Optional<Arrivals> arrivals = switch (type) {
            case POISSON -> plain(new ArrivalSpec.Poisson(keys.required("rate", Quantities.POSITIVE_RATE)));
            case GAMMA -> plain(renewal(keys, Family.GAMMA));
            case WEIBULL -> plain(renewal(keys, Family.WEIBULL));
            case ON_OFF -> plain(onOff(keys));
            case TRACE -> trace(keys);
        };
        keys.done();
        return reading.problems().count() > before ? Optional.empty() : arrivals;
    }

    private static Optional<Arrivals> plain(ArrivalSpec spec) {
        return Optional.of(new Arrivals(spec, Optional.empty()));
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

    private Optional<Arrivals> trace(Keys keys) {
        String path = keys.required("path", Format.TEXT.named("a path", "trace.csv"));
        double speed = keys.optional("speed", Quantities.POSITIVE_NUMBER, 1.0);
        if (!keys.has("path")) {
            return Optional.empty();
        }
        Optional<TraceSummary> summary = tracesByPath.computeIfAbsent(path, any -> check(keys, path));
        return summary.map(held -> new Arrivals(new ArrivalSpec.Trace(path, speed), summary));
    }

    private Optional<TraceSummary> check(Keys keys, String path) {
        Path file;
        try {
            file = reading.folder().resolve(path);
        } catch (InvalidPathException e) {
            reading.problems().report(keys.at("path"), "\"%s\" is not a path.".formatted(path));
            return Optional.empty();
        }
        Problems found = new Problems();
        Optional<TraceSummary> summary = TraceCheck.check(file, found);
        if (!found.isEmpty()) {
            reading.problems().report(keys.at("path"), "the trace \"%s\" cannot be replayed.".formatted(path));
            reading.problems().reportAll(found.list());
        }
        return summary;
    }
}
