package org.tafsim.cli.catalog;

import java.util.ArrayList;
import java.util.List;
import org.tafsim.scenario.catalog.PackedFiles;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.YamlTree;

/**
 * One part of the catalog, shown as its file has it: with the units and the sources people wrote.
 *
 * @param kind how the user asks for it
 * @param file in the jar
 * @param list key of the entries in it
 * @param idKey key that names an entry
 * @param sourceKey key that says where an entry comes from; else the file's own source
 */
record CatalogShelf(String kind, String file, String list, String idKey, String sourceKey) {

    /** Longer values are left out of lists (characters). */
    private static final int LONGEST_SHORT = 60;

    /** All of them, in the order to show them. */
    static final List<CatalogShelf> ALL = List.of(
            shelf("accelerators", "accelerators"),
            shelf("mig", "mig"),
            new CatalogShelf("layer1", "catalog/layer1.yaml", "layer1", "accelerator", "source"),
            shelf("models", "models"),
            new CatalogShelf("batch-models", "catalog/batch-models.yaml", "batchModels", "id", "source"),
            shelf("engines", "engines"),
            new CatalogShelf("countries", "catalog/countries.yaml", "countries", "code", "source"),
            new CatalogShelf("cities", "catalog/cities.yaml", "cities", "name", "source"),
            shelf("accesses", "accesses"),
            shelf("cells", "cells"),
            shelf("slices", "cells"),
            shelf("lengths", "lengths"),
            shelf("profiles", "profiles"),
            tariffs("tiers"),
            tariffs("hours"),
            tariffs("assumptions"),
            new CatalogShelf("sets", "catalog/country-sets.yaml", "sets", "id", "source"),
            new CatalogShelf("regimes", "catalog/country-sets.yaml", "regimes", "id", "source"),
            new CatalogShelf("rules", "catalog/rules/eu-core.yaml", "rules", "id", "anchor"));

    private static CatalogShelf shelf(String kind, String name) {
        return new CatalogShelf(kind, "catalog/" + name + ".yaml", kind, "id", "source");
    }

    private static CatalogShelf tariffs(String kind) {
        return new CatalogShelf(kind, "catalog/tariffs.yaml", kind, "id", "source");
    }

    /** What the file says before its first entry, without the hash signs: the legend of the sources. */
    String legend() {
        List<String> lines = new PackedFiles()
                .get(file)
                .lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line.substring(1).strip())
                .toList();
        return String.join(" ", lines);
    }

    /** Its entries in the order of the file. */
    List<CatalogEntry> entries() {
        Node.Fields root = root();
        String usualSource =
                root.find("source").map(field -> text(field.value())).orElse("");
        List<CatalogEntry> entries = new ArrayList<>();
        if (root.find(list).map(Node.Field::value).orElse(null) instanceof Node.Items items) {
            for (Node item : items.items()) {
                entries.add(entry((Node.Fields) item, usualSource));
            }
        }
        return entries;
    }

    private CatalogEntry entry(Node.Fields fields, String usualSource) {
        List<CatalogEntry.Value> values = new ArrayList<>();
        String id = "";
        String source = usualSource;
        for (Node.Field field : fields.fields()) {
            if (field.key().equals(idKey)) {
                id = text(field.value());
            } else if (field.key().equals(sourceKey)) {
                source = text(field.value());
            } else {
                values.add(new CatalogEntry.Value(
                        field.key(), text(field.value()), text(field.value()).length() <= LONGEST_SHORT));
            }
        }
        return new CatalogEntry(id, values, source);
    }

    private Node.Fields root() {
        Problems problems = new Problems();
        Node root = YamlTree.parse(Place.of(file), new PackedFiles().get(file), problems)
                .orElseThrow(() -> new IllegalStateException("The shipped catalog is broken: " + problems.list()));
        return (Node.Fields) root;
    }

    private static String text(Node node) {
        if (node instanceof Node.Text scalar) {
            return scalar.text();
        }
        if (node instanceof Node.Items items) {
            return "["
                    + String.join(
                            ", ", items.items().stream().map(CatalogShelf::text).toList()) + "]";
        }
        List<String> pairs = ((Node.Fields) node)
                .fields().stream()
                        .map(field -> field.key() + ": " + text(field.value()))
                        .toList();
        return "{" + String.join(", ", pairs) + "}";
    }
}
