package org.tafsim.model;

/**
 * One replica of a model on the accelerators of one site.
 *
 * @param id unique
 * @param siteId where it stands
 * @param model what it serves
 * @param accelerator what it runs on
 * @param parallelism how many accelerators it takes, and how they share the model
 * @param precision widths of numbers
 * @param limits how it fills batches
 * @param constants the engine's efficiency on this accelerator
 */
public record ReplicaSpec(
        String id,
        String siteId,
        ModelProfile model,
        AcceleratorProfile accelerator,
        Parallelism parallelism,
        Precision precision,
        BatchLimits limits,
        StepConstants constants)
        implements ServedReplica {

    /**
     * Checks.
     *
     * @throws IllegalArgumentException when the model cannot be shared so
     */
    public ReplicaSpec {
        parallelism.requireFor(model, "Replica " + Require.name(id, "Replica"));
    }

    /** A replica whose accelerators share each layer. */
    public ReplicaSpec(
            String id,
            String siteId,
            ModelProfile model,
            AcceleratorProfile accelerator,
            int tensorParallel,
            Precision precision,
            BatchLimits limits,
            StepConstants constants) {
        this(id, siteId, model, accelerator, Parallelism.tensor(tensorParallel), precision, limits, constants);
    }

    /** How many accelerators share each layer. */
    public int tensorParallel() {
        return parallelism.tensor();
    }

    @Override
    public int accelerators() {
        return parallelism.accelerators();
    }

    /** The same on a part of its accelerators. */
    public ReplicaSpec on(CardShare part) {
        return part.equals(CardShare.WHOLE)
                ? this
                : new ReplicaSpec(id, siteId, model, part.of(accelerator), parallelism, precision, limits, constants);
    }

    @Override
    public ReplicaSpec withId(String otherId) {
        return new ReplicaSpec(otherId, siteId, model, accelerator, parallelism, precision, limits, constants);
    }
}
