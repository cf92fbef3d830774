package org.tafsim.scenario;

import java.util.Optional;
import java.util.OptionalInt;
import org.tafsim.model.CountSpec;
import org.tafsim.model.DurationSpec;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Relocation;
import org.tafsim.model.SessionSpec;
import org.tafsim.scenario.catalog.LengthReader;
import org.tafsim.scenario.catalog.QuantileReader;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads the sessions of an application. */
final class SessionReader {

    private static final Format<Long> SYSTEM = Quantities.whole(0, Integer.MAX_VALUE, "800");
    private static final Format<Double> NONE_OR_MORE = Quantities.NATURAL_NUMBER.named("a number of times", "5");

    private final Reading reading;

    SessionReader(Reading reading) {
        this.reading = reading;
    }

    /** What an application says of its sessions; empty where it has none, or they could not be built. */
    Optional<SessionSpec> read(Keys app, ArrivalSection.Arrivals arriving, Optional<PipelineReader.Plan> plan) {
        Optional<Keys> stated = app.mapping("session", "a session");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        Keys keys = stated.get();
        Optional<CountSpec> turns = keys.require("turns", "{geometric: 5}").flatMap(node -> count(node, 1));
        Optional<DurationSpec> think =
                keys.require("think", "30 s").flatMap(node -> DurationReader.read(node, reading));
        int system = Math.toIntExact(keys.optional("system", SYSTEM, 0L));
        OptionalInt context = keys.optional("maxContext", Quantities.optionalCount("32768"), OptionalInt.empty());
        Optional<SessionSpec.Tools> tools =
                keys.mapping("tools", "the tools of a session").flatMap(this::tools);
        Relocation relocation = keys.optional(
                "relocation", Format.constant("a way to relocate", Relocation.class), Relocation.RE_PREFILL);
        boolean areToolsRead = tools.isPresent() || !keys.has("tools");
        keys.done();
        boolean isPossible = isPossible(app, arriving, plan);
        return !isPossible || turns.isEmpty() || think.isEmpty() || !areToolsRead
                ? Optional.empty()
                : reading.problems()
                        .build(
                                keys.at(),
                                () -> new SessionSpec(turns.get(), think.get(), system, context, tools, relocation));
    }

    private boolean isPossible(Keys app, ArrivalSection.Arrivals arriving, Optional<PipelineReader.Plan> plan) {
        int before = reading.problems().count();
        if (app.has("pipeline")) {
            reading.problems()
                    .report(app.at("session"), "the turns of a session go to one model, not through a pipeline.");
        } else if (plan.isPresent() && plan.get().stages().get(0).isBatch()) {
            String model = plan.get().stages().get(0).modelId();
            reading.problems()
                    .report(app.at("session"), "%s takes whole batches; sessions are for decoders.".formatted(model));
        }
        if (arriving.isTrace()) {
            reading.problems()
                    .report(app.at("session"), "a trace has its own requests; 'session' has no place beside it.");
        }
        return reading.problems().count() == before;
    }

    private Optional<SessionSpec.Tools> tools(Keys keys) {
        Optional<CountSpec> calls = keys.require("calls", "{geometric: 2}").flatMap(node -> count(node, 0));
        Optional<DurationSpec> duration =
                keys.require("duration", "2 s").flatMap(node -> DurationReader.read(node, reading));
        Optional<LengthSpec> result = keys.require("result", "500")
                .flatMap(node -> LengthReader.read(node, reading.catalog().lengths(), reading.problems()));
        keys.done();
        return calls.isEmpty() || duration.isEmpty() || result.isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionSpec.Tools(calls.get(), duration.get(), result.get()));
    }

    /** A number, the mean of a geometric distribution from the least on, or quantiles. */
    private Optional<CountSpec> count(Node node, int least) {
        if (!(node instanceof Node.Fields)) {
            long count = Keys.read(node, Quantities.whole(least, Integer.MAX_VALUE, "5"), reading.problems());
            return Optional.of(new CountSpec.Fixed((int) count));
        }
        Keys keys = reading.keys(node, "a count");
        Optional<Double> mean = keys.find("geometric", NONE_OR_MORE);
        Optional<Node> quantiles = keys.find("quantiles");
        keys.done();
        if (mean.isPresent() == quantiles.isPresent()) {
            reading.problems().report(node.at(), "a count that varies needs either 'geometric' or 'quantiles'.");
            return Optional.empty();
        }
        if (mean.isPresent()) {
            return reading.problems().build(keys.at("geometric"), () -> new CountSpec.Geometric(least, mean.get()));
        }
        return new QuantileReader(NONE_OR_MORE, reading.problems())
                .read(quantiles.get())
                .flatMap(table -> reading.problems().build(node.at(), () -> new CountSpec.Quantiles(table)));
    }
}
