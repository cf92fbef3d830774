package org.tafsim.scenario.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tafsim.model.BatchLatency;
import org.tafsim.model.BatchModel;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Quantities;

/** Reads a model that takes whole batches. */
final class BatchModelEntry {

    private static final Format<Double> TIME = Quantities.SECONDS.that(seconds -> seconds > 0, "be more than zero");
    private static final Format<Integer> ITEMS = Quantities.count("8");

    private BatchModelEntry() {}

    static Optional<BatchModel> read(String id, Keys keys, String source, Problems problems) {
        String provider = keys.required("provider", Format.TEXT);
        BatchModel.Task task = keys.required("task", Format.constant("a task", BatchModel.Task.class));
        String unit = keys.required("unit", Format.TEXT.named("a unit", "s of audio"));
        long weights = keys.required("weights", Quantities.SIZE.that(bytes -> bytes > 0, "be more than zero"));
        Optional<BatchModel.ItemSize> size = keys.mapping("item", "an item").flatMap(item -> size(item, problems));
        Optional<Map<String, BatchLatency>> latencies =
                keys.require("latencies", "{L4: {1: 90 ms, 8: 340 ms}}").flatMap(node -> latencies(node, problems));
        if (latencies.isEmpty()) {
            return Optional.empty();
        }
        return problems.build(
                keys.at(),
                () -> new BatchModel(
                        id,
                        provider,
                        task,
                        unit,
                        weights,
                        size.orElse(new BatchModel.ItemSize(1, true, 0)),
                        latencies.get(),
                        source));
    }

    private static Optional<BatchModel.ItemSize> size(Keys item, Problems problems) {
        int units = item.optional("units", Quantities.count("30"), 1);
        boolean isWindowed = item.optional("windowed", Format.FLAG, true);
        double fixed = item.optional("fixed", Quantities.FRACTION, 0.0);
        item.done();
        return problems.build(item.at(), () -> new BatchModel.ItemSize(units, isWindowed, fixed));
    }

    private static Optional<Map<String, BatchLatency>> latencies(Node node, Problems problems) {
        if (!(node instanceof Node.Fields cards)) {
            problems.report(
                    node.at(),
                    "is %s; expected the times on each accelerator, e.g. {L4: {1: 90 ms, 8: 340 ms}}."
                            .formatted(node.kind()));
            return Optional.empty();
        }
        Map<String, BatchLatency> latencies = new LinkedHashMap<>();
        for (Node.Field card : cards.fields()) {
            latency(card.value(), problems).ifPresent(latency -> latencies.put(card.key(), latency));
        }
        return latencies.size() < cards.fields().size() ? Optional.empty() : Optional.of(latencies);
    }

    private static Optional<BatchLatency> latency(Node node, Problems problems) {
        if (!(node instanceof Node.Fields rows)) {
            problems.report(
                    node.at(),
                    "is %s; expected a time for each number of items, e.g. {1: 90 ms, 8: 340 ms}."
                            .formatted(node.kind()));
            return Optional.empty();
        }
        int before = problems.count();
        Map<Integer, Double> seconds = new TreeMap<>();
        for (Node.Field row : rows.fields()) {
            int items = Keys.read(new Node.Text(row.keyAt(), row.key()), ITEMS, problems);
            seconds.put(items, Keys.read(row.value(), TIME, problems));
        }
        List<Integer> items = new ArrayList<>(seconds.keySet());
        return problems.count() > before
                ? Optional.empty()
                : problems.build(node.at(), () -> new BatchLatency(items, List.copyOf(seconds.values())));
    }
}
