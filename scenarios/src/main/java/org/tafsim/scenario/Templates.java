package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;

/**
 * Templates of sites: named mappings that entries start from. What an entry states goes before what its template states, and
 * that before what the template extends; mappings are joined key by key, lists are replaced.
 */
final class Templates {

    private static final List<String> KEYS = List.of(
            "extends",
            "id",
            "per",
            "where",
            "count",
            "city",
            "country",
            "latitude",
            "longitude",
            "tier",
            "operator",
            "custody",
            "uses",
            "seal",
            "ual",
            "cacheSharing",
            "encryption",
            "uplink",
            "accelerators",
            "serve",
            "onDemand");

    private final Map<String, Node.Fields> byName = new LinkedHashMap<>();
    private final Problems problems;
    private final List<String> inCircles = new ArrayList<>();

    Templates(Keys scenario, Problems problems) {
        this.problems = problems;
        scenario.find("templates")
                .ifPresent(node ->
                        Keys.of(node, "the templates", problems).fields().forEach(this::add));
    }

    private void add(Node.Field field) {
        Node value = field.value();
        if (!(value instanceof Node.Fields fields)) {
            problems.report(value.at(), "is %s; expected a mapping.".formatted(value.kind()));
            return;
        }
        Keys keys = Keys.of(value, "a template", problems);
        KEYS.forEach(keys::find);
        keys.done();
        byName.put(
                field.key(),
                fields.with(fields.fields().stream()
                        .filter(known -> KEYS.contains(known.key()))
                        .toList()));
    }

    /** An entry with what its template adds. */
    Node.Fields apply(Node.Fields entry) {
        return joined(entry, "template", List.of());
    }

    /** Reports circles among templates, used or not. */
    void checkCircles() {
        byName.forEach((name, fields) -> joined(fields, "extends", List.of(name)));
    }

    private Node.Fields joined(Node.Fields own, String key, List<String> chain) {
        Optional<Node.Field> reference = own.find(key);
        Node.Fields rest = own.without(key);
        if (reference.isEmpty()) {
            return rest;
        }
        Node node = reference.get().value();
        String name = node instanceof Node.Text scalar ? scalar.text() : "";
        Node.Fields base = byName.get(name);
        if (base == null) {
            problems.report(
                    node.at(),
                    "'%s' is not a template here.".formatted(name),
                    Suggestions.maybe(name, byName.keySet()));
            return new Node.Fields(rest.at(), rest.fields(), false);
        }
        if (chain.contains(name)) {
            reportCircle(chain.subList(chain.indexOf(name), chain.size()), node.at());
            return new Node.Fields(rest.at(), rest.fields(), false);
        }
        List<String> longer = new ArrayList<>(chain);
        longer.add(name);
        return join(rest, joined(base, "extends", longer));
    }

    /** A circle is told once, wherever one enters it. */
    private void reportCircle(List<String> circle, Place at) {
        if (Collections.disjoint(circle, inCircles)) {
            String names = String.join(" -> ", circle) + " -> " + circle.get(0);
            problems.report(at, "templates extend each other in a circle: %s.".formatted(names));
        }
        inCircles.addAll(circle);
    }

    private static Node.Fields join(Node.Fields own, Node.Fields base) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node.Field field : own.fields()) {
            Optional<Node> under = base.find(field.key()).map(Node.Field::value);
            boolean isMapping =
                    field.value() instanceof Node.Fields && under.orElse(field.value()) instanceof Node.Fields;
            fields.add(
                    isMapping && under.isPresent()
                            ? new Node.Field(field.keyAt(), field.key(), join((Node.Fields) field.value(), (Node.Fields)
                                    under.get()))
                            : field);
        }
        base.fields().stream().filter(field -> own.find(field.key()).isEmpty()).forEach(fields::add);
        return new Node.Fields(own.at(), fields, own.isWhole() && base.isWhole());
    }
}
