package org.tafsim.model;

import java.util.Locale;

/**
 * How the accelerators of one replica share its model: t of them each layer, p groups of such the layers one after the other.
 *
 * @param tensor t: how many accelerators share each layer, at least 1
 * @param pipeline p: how many stages the layers are split into, at least 1
 * @param isExpertParallel whether the t accelerators hold whole experts, each some, rather than a part of each expert; attention
 *     is shared as ever
 */
public record Parallelism(int tensor, int pipeline, boolean isExpertParallel) {

    /** One accelerator. */
    public static final Parallelism NONE = tensor(1);

    private static final int MOST_ACCELERATORS = 1 << 20;

    /** Checks. */
    public Parallelism {
        Require.positive(tensor, "Parallelism", "tensor parallel degree");
        Require.positive(pipeline, "Parallelism", "stages of the pipeline");
        if ((long) tensor * pipeline > MOST_ACCELERATORS) {
            throw new IllegalArgumentException("Parallelism: %d stages of %d accelerators must not be more than %d."
                    .formatted(pipeline, tensor, MOST_ACCELERATORS));
        }
        if (isExpertParallel && tensor == 1) {
            throw new IllegalArgumentException(
                    "Parallelism: experts are spread over the accelerators that share a layer, and"
                            + " there is but one. Maybe raise the tensor parallel degree.");
        }
    }

    /** So many accelerators that share each layer. */
    public static Parallelism tensor(int degree) {
        return new Parallelism(degree, 1, false);
    }

    /** All accelerators. */
    public int accelerators() {
        return tensor * pipeline;
    }

    /** Of so many sequences, those that a stage works on at a time, spread evenly: one batch for each stage is under way. */
    public int microBatch(int sequences) {
        return pipeline == 1 ? sequences : (sequences + pipeline - 1) / pipeline;
    }

    /** As people say it: {@code tensor parallel 4}, {@code tensor parallel 4, pipeline parallel 2, expert parallel}. */
    public String label() {
        return String.format(
                Locale.ROOT,
                "tensor parallel %d%s%s",
                tensor,
                pipeline == 1 ? "" : ", pipeline parallel " + pipeline,
                isExpertParallel ? ", expert parallel" : "");
    }

    /**
     * Refuses a model that cannot be shared so.
     *
     * @throws IllegalArgumentException when there are more stages than layers, or too few experts to spread
     */
    void requireFor(ModelProfile model, String owner) {
        if (pipeline > model.layers()) {
            throw new IllegalArgumentException(
                    "%s: a pipeline of %d stages must not have more of them than %s has layers (%d)."
                            .formatted(owner, pipeline, model.id(), model.layers()));
        }
        FeedForward feedForward = model.feedForward();
        if (isExpertParallel && !feedForward.isSparse()) {
            throw new IllegalArgumentException(
                    "%s: %s has no experts to spread. Maybe leave out that it is expert parallel."
                            .formatted(owner, model.id()));
        }
        if (isExpertParallel && tensor > feedForward.experts()) {
            throw new IllegalArgumentException("%s: %d accelerators must not be more than the experts of %s (%d)."
                    .formatted(owner, tensor, model.id(), feedForward.experts()));
        }
    }
}
