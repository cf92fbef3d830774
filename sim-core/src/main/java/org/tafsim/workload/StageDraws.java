package org.tafsim.workload;

import java.util.List;
import org.tafsim.kernel.random.KeyedDraws;
import org.tafsim.kernel.random.RandomStreams;
import org.tafsim.model.App;
import org.tafsim.model.Pipeline.Step;

/** Lengths of what a request goes through after its first stage, drawn by its sequence number. */
public final class StageDraws {
    private static final int DRAWS_PER_STEP = 4;

    private final KeyedDraws draws;
    private final List<Lengths> steps;

    private record Lengths(LengthSampler input, LengthSampler output) {

        /** Of a step whose input is not drawn, anything: it is not asked for. */
        static Lengths of(Step step) {
            return new Lengths(LengthSampler.of(step.input().orElse(step.output())), LengthSampler.of(step.output()));
        }
    }

    /** Of an application's pipeline. */
    public StageDraws(RandomStreams streams, App app) {
        draws = streams.keyed(purpose(app));
        steps = app.pipeline().then().stream().map(Lengths::of).toList();
    }

    /** Name of the draws that say how long the later stages of an application's requests are. */
    public static String purpose(App app) {
        return "app/%s/stages".formatted(app.id());
    }

    /**
     * Prompt of a stage (tokens), or units of its input.
     *
     * @param step place in {@link org.tafsim.model.Pipeline#then}
     */
    public int input(int step, long sequence) {
        return tokens(steps.get(step).input(), step * DRAWS_PER_STEP, sequence);
    }

    /** Answer of a stage (tokens). */
    public int output(int step, long sequence) {
        return tokens(steps.get(step).output(), step * DRAWS_PER_STEP + 2, sequence);
    }

    private int tokens(LengthSampler length, int draw, long sequence) {
        return length.tokens(draws.uniform(sequence, draw), draws.uniform(sequence, draw + 1));
    }
}
