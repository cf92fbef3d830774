package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.App;
import org.tafsim.model.LengthSpec;
import org.tafsim.model.Pipeline;

/** Writes what an application's requests go through, as {@link PipelineReader} reads it. */
final class PipelineWriter {

    private final Set<String> batchModels;

    /** @param batchModels ids of the models that take whole batches */
    PipelineWriter(Set<String> batchModels) {
        this.batchModels = Set.copyOf(batchModels);
    }

    /** Adds an application's model, or the stages of its pipeline. */
    void model(App app, Entry entry) {
        if (app.pipeline().goesOn()) {
            entry.raw("pipeline", "[" + String.join(", ", stages(app)) + "]");
        } else {
            entry.word("model", app.modelId());
        }
    }

    /** Adds how long requests of an application to one model are. */
    void lengths(App app, Entry entry) {
        if (!app.pipeline().goesOn()) {
            lengths(app.modelId(), Optional.of(app.prompt()), app.output(), entry);
        }
    }

    private List<String> stages(App app) {
        Pipeline pipeline = app.pipeline();
        List<String> stages = new ArrayList<>();
        Entry first = stage(pipeline.first(), app.modelId());
        lengths(app.modelId(), Optional.of(app.prompt()), app.output(), first);
        stages.add(first.toString());
        for (Pipeline.Step step : pipeline.then()) {
            Entry entry = stage(step.stage(), step.modelId());
            lengths(step.modelId(), step.input(), step.output(), entry);
            stages.add(entry.quantity("bytesPerUnit", step.bytesPerUnit(), "B").toString());
        }
        return stages;
    }

    private static Entry stage(Pipeline.Stage stage, String model) {
        Entry entry = new Entry().word("id", stage.id()).word("model", model);
        stage.handsOver().ifPresent(tokens -> entry.number("handsOver", tokens));
        stage.budgetNanos().ifPresent(nanos -> entry.duration("budget", nanos));
        return entry;
    }

    private void lengths(String model, Optional<LengthSpec> input, LengthSpec output, Entry entry) {
        boolean isBatch = batchModels.contains(model);
        input.ifPresent(length -> entry.raw(isBatch ? "input" : "prompt", ProfileWriter.length(length)));
        if (!isBatch) {
            entry.raw("output", ProfileWriter.length(output));
        }
    }
}
