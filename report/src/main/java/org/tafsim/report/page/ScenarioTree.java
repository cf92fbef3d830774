package org.tafsim.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.scenario.catalog.PackedFiles;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.YamlTree;

/**
 * Looks into a scenario as its file has it. A report reads no more of it than it shows: traces and policies of plug-ins need not
 * be at hand, and what a later version added does not hide the rest.
 */
final class ScenarioTree {

    private final Optional<Node> root;

    ScenarioTree(Optional<Node> root) {
        this.root = root;
    }

    /** A file of the jar. */
    static ScenarioTree packed(String path) {
        return new ScenarioTree(YamlTree.parse(Place.of(path), new PackedFiles().get(path), new Problems()));
    }

    /** What stands under keys, one in the other. */
    Optional<Node> find(String... keys) {
        Optional<Node> node = root;
        for (String key : keys) {
            node = node.flatMap(one -> at(one, key));
        }
        return node;
    }

    String text(String... keys) {
        return find(keys).map(ScenarioTree::text).orElse("");
    }

    /** Entries of a list; none where it is none. */
    List<ScenarioTree> items(String... keys) {
        List<ScenarioTree> items = new ArrayList<>();
        if (find(keys).orElse(null) instanceof Node.Items list) {
            list.items().forEach(item -> items.add(new ScenarioTree(Optional.of(item))));
        }
        return items;
    }

    /** Texts of a list. */
    List<String> texts(String... keys) {
        return items(keys).stream().map(ScenarioTree::text).toList();
    }

    /** Keys that stand there, in their order. */
    List<Node.Field> fields(String... keys) {
        return find(keys).orElse(null) instanceof Node.Fields fields ? fields.fields() : List.of();
    }

    /** A number; empty where it is none. */
    Optional<Double> number(String... keys) {
        try {
            return Optional.of(Double.valueOf(text(keys))).filter(value -> Double.isFinite(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Node> at(Node node, String key) {
        return node instanceof Node.Fields fields ? fields.find(key).map(Node.Field::value) : Optional.empty();
    }

    private static String text(Node node) {
        return node instanceof Node.Text scalar ? scalar.text() : "";
    }
}
