package org.tafsim.model;

/**
 * One replica of a model on the accelerators of one site.
 *
 * @param id unique
 * @param siteId where it stands
 * @param model what it serves
 * @param accelerator what it runs on
 * @param tensorParallel how many accelerators share each layer, at least 1
 * @param precision widths of numbers
 * @param limits how it fills batches
 * @param constants the engine's efficiency on this accelerator
 */
public record ReplicaSpec(
        String id,
        String siteId,
        ModelProfile model,
        AcceleratorProfile accelerator,
        int tensorParallel,
        Precision precision,
        BatchLimits limits,
        StepConstants constants)
        implements ServedReplica {

    /** Checks. */
    public ReplicaSpec {
        Require.name(id, "Replica");
        Require.positive(tensorParallel, "Replica " + id, "tensor parallel degree");
    }

    @Override
    public ReplicaSpec withId(String otherId) {
        return new ReplicaSpec(otherId, siteId, model, accelerator, tensorParallel, precision, limits, constants);
    }
}
