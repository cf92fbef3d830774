package org.tafsim.scenario;

import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchModel;
import org.tafsim.model.BatchReplicaSpec;
import org.tafsim.scenario.source.Format;

/** Writes models that take whole batches, and their replicas. */
final class BatchWriter {

    private BatchWriter() {}

    static String model(BatchModel model) {
        Entry item = new Entry()
                .number("units", model.size().units())
                .raw("windowed", String.valueOf(model.size().isWindowed()))
                .number("fixed", model.size().fixedShare());
        Entry latencies = new Entry();
        model.latencies().forEach((card, latency) -> latencies.raw(card, latency(latency)));
        return new Entry()
                .word("id", model.id())
                .word("provider", model.providerCountry())
                .word("task", Format.wordOf(model.task()))
                .word("unit", model.unit())
                .raw("weights", model.weightBytes() + " B")
                .raw("item", item.toString())
                .raw("latencies", latencies.toString())
                .word("source", model.source())
                .toString();
    }

    private static String latency(BatchLatency latency) {
        Entry rows = new Entry();
        for (int i = 0; i < latency.items().size(); i++) {
            rows.quantity(
                    String.valueOf(latency.items().get(i)), latency.seconds().get(i), "s");
        }
        return rows.toString();
    }

    static String replica(BatchReplicaSpec replica) {
        Entry batch = new Entry().number("items", replica.maxItems()).duration("delay", replica.maxDelayNanos());
        return new Entry()
                .word("id", replica.id())
                .word("site", replica.siteId())
                .word("model", replica.model().id())
                .word("accelerator", replica.accelerator().id())
                .raw("batch", batch.toString())
                .toString();
    }
}
