package org.tafsim.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.BatchModel;
import org.tafsim.model.Pipeline;
import org.tafsim.model.Pipeline.Step;
import org.tafsim.model.Scenario;
import org.tafsim.model.ServedReplica;
import org.tafsim.workload.StageDraws;

/** The pipelines of a scenario during a run: what comes after which stage, how long it is, and how long stages took. */
final class PipelineTable {
    private static final double HEADER_BYTES = 1000;

    private final List<Pipeline> pipelines;
    private final AppVariants variants;
    private final List<StageDraws> draws = new ArrayList<>();
    private final List<List<StageStatistics>> statistics = new ArrayList<>();

    /** By application: whether the last stage gives as much as it takes. */
    private final boolean[] speaks;

    /** By application and stage: whether it is a decoder's. */
    private final boolean[][] decodes;

    PipelineTable(Scenario scenario, AppVariants variants, RandomStreams streams) {
        this.variants = variants;
        pipelines = scenario.apps().stream().map(App::pipeline).toList();
        speaks = new boolean[pipelines.size()];
        decodes = new boolean[pipelines.size()][];
        for (int app = 0; app < speaks.length; app++) {
            Pipeline pipeline = pipelines.get(app);
            draws.add(new StageDraws(streams, scenario.apps().get(app)));
            statistics.add(pipeline.stages().stream()
                    .map(stage -> new StageStatistics(stage.budgetNanos().orElse(Long.MAX_VALUE)))
                    .toList());
            Optional<BatchModel> last =
                    findBatchModel(scenario, app, pipeline.then().size());
            speaks[app] = last.filter(model -> model.task() == BatchModel.Task.TEXT_TO_SPEECH)
                    .isPresent();
            decodes[app] = new boolean[1 + pipeline.then().size()];
            for (int stage = 0; stage < decodes[app].length; stage++) {
                decodes[app][stage] = findBatchModel(scenario, app, stage).isEmpty();
            }
        }
    }

    private Optional<BatchModel> findBatchModel(Scenario scenario, int app, int stage) {
        String model = variants.modelOfStage(app, stage);
        return scenario.replicas().stream()
                .map(ServedReplica::model)
                .filter(served -> served.id().equals(model))
                .findFirst()
                .filter(BatchModel.class::isInstance)
                .map(BatchModel.class::cast);
    }

    /** Whether an application's requests go on after their first stage. */
    boolean goesOn(int app) {
        return pipelines.get(app).goesOn();
    }

    /** Whether another stage follows. */
    boolean isFollowed(int app, int stage) {
        return stage < pipelines.get(app).then().size();
    }

    /** Number of the output token with which a stage hands over early; 0 where it does not, or has no more than that. */
    int handOver(int app, int stage, int outputTokens) {
        int tokens = goesOn(app) ? stageOf(app, stage).handsOver().orElse(0) : 0;
        return tokens < outputTokens ? tokens : 0;
    }

    private Pipeline.Stage stageOf(int app, int stage) {
        Pipeline pipeline = pipelines.get(app);
        return stage == 0 ? pipeline.first() : pipeline.then().get(stage - 1).stage();
    }

    /** Whether the answer of the last stage is as long as its input: speech. Other batches answer once. */
    boolean answersEveryUnit(int app) {
        return speaks[app];
    }

    /**
     * Puts a request, or a part of one, before a stage.
     *
     * @param stage from 1
     * @param outputBefore tokens of the stage before, as far as they are handed on
     */
    void enter(RequestTable requests, int slot, int stage, int outputBefore) {
        int app = requests.app[slot];
        long sequence = requests.sequence[slot];
        Step step = pipelines.get(app).then().get(stage - 1);
        requests.stage[slot] = stage;
        requests.asked[slot] = variants.ofStage(app, stage);
        requests.promptTokens[slot] =
                step.input().isEmpty() ? outputBefore : draws.get(app).input(stage - 1, sequence);
        requests.outputTokens[slot] = draws.get(app).output(stage - 1, sequence);
    }

    /** Bytes of what is sent to a stage, from 1. */
    long bytesTo(int app, int stage, int units) {
        return (long) Math.ceil(
                HEADER_BYTES + pipelines.get(app).then().get(stage - 1).bytesPerUnit() * units);
    }

    /** Counts the tokens of a stage that is over, where it was a decoder's. */
    void countTokens(RequestTable requests, int slot) {
        int app = requests.app[slot];
        if (goesOn(app) && decodes[app][requests.stage[slot]]) {
            requests.earlierPrompt[slot] += requests.promptTokens[slot];
            requests.earlierOutput[slot] += requests.outputTokens[slot];
        }
    }

    /** Whether a stage that took so long (ns) has kept its budget. */
    boolean keepsBudget(RequestTable requests, int slot, long nanos) {
        return nanos
                <= stageOf(requests.app[slot], requests.stage[slot])
                        .budgetNanos()
                        .orElse(Long.MAX_VALUE);
    }

    /** Counts the time of a stage (ns). */
    void record(int app, int stage, long nanos) {
        statistics.get(app).get(stage).record(nanos);
    }

    /** What is kept of a stage. */
    StageStatistics of(int app, int stage) {
        return statistics.get(app).get(stage);
    }
}
