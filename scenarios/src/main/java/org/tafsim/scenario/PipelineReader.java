package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Pipeline;
import org.tafsim.scenario.catalog.LengthReader;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.trace.TraceSummary;

/** Reads what an application's requests go through: one model, or the stages of a pipeline. */
final class PipelineReader {

    private static final Format<String> MODEL = Format.TEXT.named("the id of a model", "llama-3.1-8b");
    private static final LengthSpec ONCE = new LengthSpec.Fixed(1);

    private final Reading reading;

    PipelineReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * A stage, and what checks ask of it.
     *
     * @param modelId the model it asks for
     * @param longestRequest prompt and output together, at most (tokens)
     * @param isBatch whether its model takes whole batches
     * @param at where the file speaks of its model
     */
    record PlannedStage(String modelId, long longestRequest, boolean isBatch, Place at) {}

    /**
     * All that requests go through.
     *
     * @param stages in order, at least one
     * @param prompt of the first
     * @param output of the first
     * @param pipeline what follows
     */
    record Plan(List<PlannedStage> stages, LengthSpec prompt, LengthSpec output, Pipeline pipeline) {}

    Optional<Plan> read(Keys app, ArrivalSection.Arrivals arriving) {
        List<Node> items = app.items("pipeline");
        if (items.isEmpty()) {
            return one(app, arriving);
        }
        for (String key : List.of("model", "prompt", "output", "input")) {
            app.find(key)
                    .ifPresent(node -> reading.problems()
                            .report(node.at(), "the stages of 'pipeline' say this; it has no place here."));
        }
        if (arriving.isTrace()) {
            reading.problems().report(app.at("pipeline"), "a trace has requests to one model, no pipeline.");
        }
        return chain(items);
    }

    private Optional<Plan> one(Keys app, ArrivalSection.Arrivals arriving) {
        String model = app.required("model", MODEL);
        boolean isBatch = isBatch(model);
        if (isBatch && arriving.isTrace()) {
            reading.problems()
                    .report(
                            app.at("model"),
                            "a trace has prompts and answers; %s takes whole batches.".formatted(model));
        }
        Optional<LengthSpec> prompt =
                isBatch ? input(app, model) : traced(app, "prompt", arriving, TraceSummary::longestPrompt);
        Optional<LengthSpec> output =
                isBatch ? Optional.of(ONCE) : traced(app, "output", arriving, TraceSummary::longestOutput);
        if (prompt.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        long longest = arriving.trace()
                .map(held -> (long) held.longestRequest())
                .orElseGet(() -> longest(prompt.get(), output.get()));
        PlannedStage stage = new PlannedStage(model, longest, isBatch, app.at("model"));
        return Optional.of(new Plan(List.of(stage), prompt.get(), output.get(), Pipeline.NONE));
    }

    private Optional<Plan> chain(List<Node> items) {
        List<PlannedStage> stages = new ArrayList<>();
        List<Pipeline.Step> steps = new ArrayList<>();
        Optional<LengthSpec> before = Optional.empty();
        for (Node item : items) {
            Keys keys = reading.keys(item, "a stage of a pipeline");
            boolean mayTake = before.isPresent();
            Optional<Pipeline.Step> step = step(keys, mayTake);
            keys.done();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            LengthSpec input = step.get().input().orElse(before.orElse(ONCE));
            steps.add(step.get());
            stages.add(new PlannedStage(
                    step.get().modelId(),
                    longest(input, step.get().output()),
                    isBatch(step.get().modelId()),
                    keys.at("model")));
            before = Optional.of(step.get().output());
        }
        Pipeline.Step first = steps.get(0);
        return reading.problems()
                .build(items.get(0).at(), () -> new Pipeline(first.stage(), steps.subList(1, steps.size())))
                .map(pipeline -> new Plan(stages, first.input().orElse(ONCE), first.output(), pipeline));
    }

    /** @param mayTake whether a stage stands before it, whose output can be its input */
    private Optional<Pipeline.Step> step(Keys keys, boolean mayTake) {
        String model = keys.required("model", MODEL);
        String id = keys.optional("id", Format.TEXT, model);
        OptionalInt handsOver = keys.optional("handsOver", Quantities.optionalCount("15"), OptionalInt.empty());
        OptionalLong budget = keys.find("budget", Quantities.POSITIVE_DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        double bytes = keys.optional("bytesPerUnit", Quantities.FINE_SIZE, (double) Pipeline.BYTES_PER_TOKEN);
        boolean isBatch = isBatch(model);
        boolean takesOutput = isBatch && mayTake && !keys.has("input");
        Optional<LengthSpec> input =
                takesOutput ? Optional.empty() : isBatch ? input(keys, model) : stated(keys, "prompt");
        Optional<LengthSpec> output = isBatch ? Optional.of(ONCE) : stated(keys, "output");
        if ((input.isEmpty() && !takesOutput) || output.isEmpty()) {
            return Optional.empty();
        }
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new Pipeline.Step(
                                new Pipeline.Stage(id, handsOver, budget), model, input, output.get(), bytes));
    }

    /** A model that takes whole batches has an input, and answers at once. */
    private Optional<LengthSpec> input(Keys keys, String model) {
        for (String key : List.of("prompt", "output")) {
            keys.find(key)
                    .ifPresent(node -> reading.problems()
                            .report(
                                    node.at(),
                                    "%s takes whole batches: '%s' is for decoders.".formatted(model, key),
                                    Optional.of("Maybe 'input'?")));
        }
        return stated(keys, "input");
    }

    /** A trace brings its own lengths: they are bounded by its longest. */
    private Optional<LengthSpec> traced(
            Keys app, String key, ArrivalSection.Arrivals arriving, Function<TraceSummary, Integer> longest) {
        if (!arriving.isTrace()) {
            return stated(app, key);
        }
        app.find(key)
                .ifPresent(node -> reading.problems()
                        .report(node.at(), "a trace brings its own lengths; '%s' has no place here.".formatted(key)));
        return arriving.trace().map(longest).map(LengthSpec.Fixed::new);
    }

    private Optional<LengthSpec> stated(Keys keys, String key) {
        return keys.require(key, "512")
                .flatMap(node -> LengthReader.read(node, reading.catalog().lengths(), reading.problems()));
    }

    private boolean isBatch(String model) {
        return reading.catalog().batchModels().containsKey(model);
    }

    private static long longest(LengthSpec prompt, LengthSpec output) {
        return (long) prompt.maxTokens() + output.maxTokens();
    }
}
