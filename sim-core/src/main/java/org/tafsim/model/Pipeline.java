package org.tafsim.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an application's requests go through after the model they were sent to, as one request: speech becomes text, text an answer,
 * the answer speech. A stage begins with what the one before it gives.
 *
 * @param first what the application's own model is as a stage
 * @param then the stages that follow; none where the request ends with the first
 */
public record Pipeline(Stage first, List<Step> then) {

    /** No pipeline: a request ends where it was sent to. */
    public static final Pipeline NONE =
            new Pipeline(new Stage("only", OptionalInt.empty(), OptionalLong.empty()), List.of());

    /** Text: about 4 bytes a token. */
    public static final int BYTES_PER_TOKEN = 4;

    /**
     * What is asked of a stage.
     *
     * @param id unique in its pipeline
     * @param handsOver output tokens after which it lets the next begin on what there is, such as a first sentence, and again with
     *     the rest at its end; only the last but one may, and only where a decoder is followed by a batch. Empty: at its end
     * @param budgetNanos its share of what users were promised, from the moment its input is sent to it until it hands over (ns)
     */
    public record Stage(String id, OptionalInt handsOver, OptionalLong budgetNanos) {

        /** Checks. */
        public Stage {
            String owner = "Stage " + Require.name(id, "Stage");
            handsOver.ifPresent(tokens -> Require.positive(tokens, owner, "tokens handed over"));
            budgetNanos.ifPresent(nanos -> Require.positive(nanos, owner, "budget (ns)"));
        }
    }

    /**
     * A stage that follows another.
     *
     * @param stage what is asked of it
     * @param modelId the model it asks for
     * @param input its prompt (tokens), or the units of its input; empty where that is the output of the stage before, token for
     *     token
     * @param output its answer (tokens); 1 for a batch, which answers at once
     * @param bytesPerUnit of what is sent to it, beside a header (bytes)
     */
    public record Step(
            Stage stage, String modelId, Optional<LengthSpec> input, LengthSpec output, double bytesPerUnit) {

        /** Checks. */
        public Step {
            Require.name(modelId, "Stage " + stage.id());
            Require.atLeastZero(bytesPerUnit, "Stage " + stage.id(), "bytes per unit");
        }
    }

    /** Copies and checks. */
    public Pipeline {
        then = List.copyOf(then);
        HashSet<String> ids = new HashSet<>(); // asked, never iterated
        for (Stage stage : stages(first, then)) {
            if (!ids.add(stage.id())) {
                throw new IllegalArgumentException("Two stages are called %s.".formatted(stage.id()));
            }
        }
        for (int place = 0; place <= then.size(); place++) {
            Stage stage = place == 0 ? first : then.get(place - 1).stage();
            boolean mayHandOver =
                    place == then.size() - 1 && then.get(place).input().isEmpty();
            if (stage.handsOver().isPresent() && !mayHandOver) {
                throw new IllegalArgumentException(
                        "Stage %s hands over early: only the last but one may, to a stage that takes its output."
                                .formatted(stage.id()));
            }
        }
    }

    private static List<Stage> stages(Stage first, List<Step> then) {
        List<Stage> stages = new ArrayList<>();
        stages.add(first);
        then.forEach(step -> stages.add(step.stage()));
        return stages;
    }

    /** All stages, in order. */
    public List<Stage> stages() {
        return stages(first, then);
    }

    /** Whether a request goes on after its first stage. */
    public boolean goesOn() {
        return !then.isEmpty();
    }
}
