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
    record PlannedStage(String modelId, long longestRequest, boolean isBatch, Place at) {

        /** The same, with so many tokens more. */
        PlannedStage longerBy(long tokens) {
            return new PlannedStage(modelId, longestRequest + tokens, isBatch, at);
        }
    }

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
        Optional<String> model = model(app);
        boolean isBatch = model.map(this::isBatch).orElse(app.has("input"));
        if (isBatch && arriving.isTrace()) {
            reading.problems()
                    .report(app.at("model"), "a trace has prompts and answers, and this takes whole batches.");
        }
        refuseOther(app, model);
        Optional<LengthSpec> prompt =
                isBatch ? stated(app, "input") : traced(app, "prompt", arriving, TraceSummary::longestPrompt);
        Optional<LengthSpec> output =
                isBatch ? Optional.of(ONCE) : traced(app, "output", arriving, TraceSummary::longestOutput);
        if (model.isEmpty() || prompt.isEmpty() || output.isEmpty()) {
            return Optional.empty();
        }
        long longest = arriving.trace()
                .map(held -> (long) held.longestRequest())
                .orElseGet(() -> longest(prompt.get(), output.get()));
        PlannedStage stage = new PlannedStage(model.get(), longest, isBatch, app.at("model"));
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
        Optional<String> model = model(keys);
        String id = keys.optional("id", Format.TEXT, model.orElse("unknown"));
        OptionalInt handsOver = keys.optional("handsOver", Quantities.optionalCount("15"), OptionalInt.empty());
        OptionalLong budget = keys.find("budget", Quantities.POSITIVE_DURATION)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
        double bytes = keys.optional("bytesPerUnit", Quantities.FINE_SIZE, (double) Pipeline.BYTES_PER_TOKEN);
        boolean isBatch = model.map(this::isBatch).orElse(!keys.has("prompt"));
        refuseOther(keys, model);
        boolean takesOutput = isBatch && mayTake && !keys.has("input");
        Optional<LengthSpec> input = takesOutput ? Optional.empty() : stated(keys, isBatch ? "input" : "prompt");
        Optional<LengthSpec> output = isBatch ? Optional.of(ONCE) : stated(keys, "output");
        if (model.isEmpty() || (input.isEmpty() && !takesOutput) || output.isEmpty()) {
            return Optional.empty();
        }
        return reading.problems()
                .build(
                        keys.at(),
                        () -> new Pipeline.Step(
                                new Pipeline.Stage(id, handsOver, budget), model.get(), input, output.get(), bytes));
    }

    /** The model of the catalog that is asked for; empty after a problem. */
    private Optional<String> model(Keys keys) {
        int before = reading.problems().count();
        String name = keys.required(
                "model", Format.word("a model of the catalog", reading.catalog().modelNames()));
        return reading.problems().count() > before ? Optional.empty() : Optional.of(name);
    }

    /** A model that takes whole batches has an input and answers at once, a decoder has prompts and outputs. */
    private void refuseOther(Keys keys, Optional<String> model) {
        if (model.filter(this::isBatch).isPresent()) {
            String message = model.get() + " takes whole batches: '%s' is for decoders.";
            List.of("prompt", "output").forEach(key -> refuse(keys, key, message.formatted(key), "Maybe 'input'?"));
        } else if (model.isPresent()) {
            String message = model.get() + " decodes: 'input' is for models that take whole batches.";
            refuse(keys, "input", message, "Maybe 'prompt'?");
        }
    }

    private void refuse(Keys keys, String key, String message, String hint) {
        keys.find(key).ifPresent(node -> reading.problems().report(node.at(), message, Optional.of(hint)));
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
