package org.tafsim.model;

import java.util.Objects;

/**
 * One replica of a model that takes whole batches, on one accelerator of a site. It batches dynamically, as inference servers
 * do: what waits becomes a batch once there is enough of it, or once the first of it has waited long enough.
 *
 * @param id unique
 * @param siteId where it stands
 * @param model what it serves
 * @param accelerator what it runs on: one that the model has latencies for
 * @param maxItems items of a batch at most, at least 1
 * @param maxDelayNanos longest that an idle replica lets a request wait for others (ns); 0 begins at once
 */
public record BatchReplicaSpec(
        String id, String siteId, BatchModel model, AcceleratorProfile accelerator, int maxItems, long maxDelayNanos)
        implements ServedReplica {

    /** Checks. */
    public BatchReplicaSpec {
        String owner = "Replica " + Require.name(id, "Replica");
        Require.positive(maxItems, owner, "items of a batch");
        Require.atLeastZero(maxDelayNanos, owner, "longest delay (ns)");
        if (!model.latencies().containsKey(accelerator.id())) {
            throw new IllegalArgumentException("%s: no latencies of %s are known on %s; there are those on %s."
                    .formatted(
                            owner,
                            model.id(),
                            accelerator.id(),
                            String.join(", ", model.latencies().keySet())));
        }
        if (model.weightBytes() > accelerator.memoryBytes()) {
            throw new IllegalArgumentException(
                    "%s: the weights of %s (%.1f GB) do not fit into the memory of %s (%.1f GB)."
                            .formatted(
                                    owner,
                                    model.id(),
                                    model.weightBytes() / 1e9,
                                    accelerator.id(),
                                    accelerator.memoryBytes() / 1e9));
        }
    }

    @Override
    public int accelerators() {
        return 1;
    }

    @Override
    public BatchReplicaSpec withId(String otherId) {
        return new BatchReplicaSpec(otherId, siteId, model, accelerator, maxItems, maxDelayNanos);
    }

    /** How long its batches take. */
    public BatchLatency latency() {
        return Objects.requireNonNull(model.latencies().get(accelerator.id()));
    }
}
