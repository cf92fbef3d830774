package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Problems;
import org.tafsim.scenario.source.Suggestions;
import org.tafsim.scenario.source.YamlTree;

/** Applies overrides to the tree of a file. Keys that are not there are added; the reader refuses those it does not know. */
final class Overrides {

    /** More than any path of a scenario has; the tree is changed by recursion. */
    private static final int MOST_STEPS = 32;

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([^\\]]*)\\]");

    private final Problems problems;

    Overrides(Problems problems) {
        this.problems = problems;
    }

    Node apply(Node root, List<ScenarioOverride> overrides) {
        Node tree = root;
        for (ScenarioOverride override : overrides) {
            Place label = new Place(override.label(), 0, 0, override.path());
            Optional<List<String>> steps = steps(override, label);
            Optional<Node> value = YamlTree.parse(label, override.value(), problems);
            if (steps.isPresent() && value.isPresent()) {
                tree = set(tree, steps.get(), value.get());
            }
        }
        return tree;
    }

    /** Keys as they are, selectors with their brackets. */
    private Optional<List<String>> steps(ScenarioOverride override, Place label) {
        String path = override.path();
        Matcher matcher = STEP.matcher(path);
        List<String> steps = new ArrayList<>();
        int end = 0;
        while (steps.size() < MOST_STEPS && end < path.length() && matcher.find(end) && matcher.start() == end) {
            steps.add(matcher.group());
            end = matcher.end();
            if (end < path.length() - 1 && path.charAt(end) == '.') {
                end++;
            }
        }
        if (steps.isEmpty() || end < path.length() || steps.get(0).startsWith("[")) {
            problems.report(
                    Place.of(label.file()),
                    "\"%s\" is not a path; expected e.g. run.duration or apps[id=chat].arrivals.rate.".formatted(path));
            return Optional.empty();
        }
        return Optional.of(steps);
    }

    private Node set(Node node, List<String> steps, Node value) {
        if (steps.isEmpty()) {
            return value;
        }
        String step = steps.get(0);
        List<String> rest = steps.subList(1, steps.size());
        if (step.startsWith("[")) {
            return setItems(node, step.substring(1, step.length() - 1), rest, value);
        }
        if (node instanceof Node.Fields fields) {
            return setField(fields, step, rest, value);
        }
        String hint = node instanceof Node.Items ? "Maybe [0], [*] or [id=...] before '%s'.".formatted(step) : "";
        problems.report(
                Place.of(value.at().file()),
                "%s is %s and has no key '%s'.".formatted(name(node), node.kind(), step),
                hint.isEmpty() ? Optional.empty() : Optional.of(hint));
        return node;
    }

    private Node setField(Node.Fields fields, String key, List<String> rest, Node value) {
        List<Node.Field> changed = new ArrayList<>();
        boolean isNew = true;
        for (Node.Field field : fields.fields()) {
            boolean isIt = field.key().equals(key);
            isNew &= !isIt;
            changed.add(isIt ? new Node.Field(field.keyAt(), key, set(field.value(), rest, value)) : field);
        }
        if (isNew) {
            Place keyAt =
                    new Place(value.at().file(), 0, 0, fields.at().key(key).path());
            Node inside = new Node.Fields(keyAt, List.of());
            changed.add(new Node.Field(keyAt, key, set(inside, rest, value)));
        }
        return fields.with(changed);
    }

    private Node setItems(Node node, String selector, List<String> rest, Node value) {
        Place label = Place.of(value.at().file());
        if (!(node instanceof Node.Items list)) {
            problems.report(
                    label, "%s is %s; [%s] picks items of a list.".formatted(name(node), node.kind(), selector));
            return node;
        }
        List<Node> changed = new ArrayList<>();
        boolean isAny = false;
        for (int i = 0; i < list.items().size(); i++) {
            boolean isPicked = isPicked(list.items().get(i), i, selector);
            isAny |= isPicked;
            changed.add(
                    isPicked
                            ? set(list.items().get(i), rest, value)
                            : list.items().get(i));
        }
        if (!isAny) {
            problems.report(
                    label,
                    "[%s] picks nothing of %s, which has %d item%s."
                            .formatted(selector, name(node), changed.size(), changed.size() == 1 ? "" : "s"),
                    nearest(list, selector));
        }
        return new Node.Items(list.at(), changed);
    }

    private static boolean isPicked(Node item, int index, String selector) {
        int equals = selector.indexOf('=');
        if (equals < 0) {
            return selector.equals("*") || selector.equals(Integer.toString(index));
        }
        return textOf(item, selector.substring(0, equals))
                .map(selector.substring(equals + 1)::equals)
                .orElse(false);
    }

    private static Optional<String> nearest(Node.Items list, String selector) {
        int equals = selector.indexOf('=');
        if (equals < 0) {
            return Optional.empty();
        }
        String key = selector.substring(0, equals);
        List<String> known = list.items().stream()
                .flatMap(item -> textOf(item, key).stream())
                .toList();
        return Suggestions.nearest(selector.substring(equals + 1), known)
                .map(word -> "Maybe [%s=%s]?".formatted(key, word));
    }

    private static Optional<String> textOf(Node item, String key) {
        return item instanceof Node.Fields fields ? fields.findText(key) : Optional.empty();
    }

    private static String name(Node node) {
        return node.at().path().isEmpty() ? "the scenario" : node.at().path();
    }
}
