package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tafsim.model.DecisionSpec;
import org.tafsim.model.FleetSpec;
import org.tafsim.model.PolicyChoice;
import org.tafsim.model.PolicyRole;
import org.tafsim.model.PolicySpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Quantities;

/** Reads the policies to run the scenario under: an id, or a type with a label, parameters and policies that stand by it. */
final class PolicySection {

    private static final Format<Integer> WORKERS = Quantities.wholeFromZero("4");
    private static final Format<Integer> LEAST = Quantities.wholeFromZero("1");
    private static final Format<Integer> MOVES = Quantities.count("2");
    private static final Format<FleetSpec.Group> GROUP = Format.constant("a group of replicas", FleetSpec.Group.class);

    private final Reading reading;
    private final Format<String> type;
    private final Map<PolicyRole, Format<String>> types = new EnumMap<>(PolicyRole.class);
    private final Ids ids;

    PolicySection(Reading reading) {
        this.reading = reading;
        this.type = Format.word("a policy", reading.policies().routing().ids());
        for (PolicyRole role : PolicyRole.values()) {
            String noun = "%s %s policy".formatted("aeo".indexOf(role.word().charAt(0)) < 0 ? "a" : "an", role.word());
            types.put(role, Format.word(noun, reading.policies().of(role).ids()));
        }
        this.ids = new Ids("policy", reading.problems());
    }

    List<PolicySpec> read(Keys scenario) {
        List<Node> items = scenario.items("policies");
        if (items.isEmpty()) {
            reading.problems()
                    .report(scenario.at("policies"), "a scenario needs at least one policy under 'policies'.");
        }
        List<PolicySpec> policies = new ArrayList<>();
        items.forEach(item -> policies.add(policy(item)));
        return policies;
    }

    private PolicySpec policy(Node item) {
        if (item instanceof Node.Text) {
            String id = Keys.read(item, type, reading.problems());
            ids.claim(id, item.at());
            return new PolicySpec(id, id, Map.of());
        }
        Keys keys = reading.keys(item, "a policy");
        String id = keys.required("type", type);
        String label = keys.optional("label", Format.TEXT, id);
        ids.claim(label, keys.has("label") ? keys.at("label") : keys.at());
        Map<String, String> parameters = reading.policies().routing().parameters(id, keys, reading.problems());
        Map<PolicyRole, PolicyChoice> others = others(keys);
        DecisionSpec decision = keys.find("decision").map(this::decision).orElse(DecisionSpec.INSTANT);
        FleetSpec fleet = keys.find("fleet").map(this::fleet).orElse(FleetSpec.USUAL);
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new PolicySpec(label, id, parameters, others, decision, fleet))
                .orElseGet(() -> new PolicySpec(label, id, parameters));
    }

    private Map<PolicyRole, PolicyChoice> others(Keys policy) {
        Map<PolicyRole, PolicyChoice> others = new EnumMap<>(PolicyRole.class);
        types.forEach((role, known) ->
                policy.find(role.word()).ifPresent(node -> others.put(role, other(role, known, node))));
        return others;
    }

    private PolicyChoice other(PolicyRole role, Format<String> known, Node node) {
        if (node instanceof Node.Text) {
            return new PolicyChoice(Keys.read(node, known, reading.problems()), Map.of());
        }
        Keys keys = reading.keys(node, "a policy beside");
        String id = keys.required("type", known);
        Map<String, String> parameters = reading.policies().of(role).parameters(id, keys, reading.problems());
        keys.done();
        return new PolicyChoice(id, parameters);
    }

    private DecisionSpec decision(Node node) {
        Keys keys = reading.keys(node, "a decision");
        long time = keys.optional("time", Quantities.DURATION, 0L);
        long perCandidate = keys.optional("perCandidate", Quantities.DURATION, 0L);
        int workers = keys.optional("workers", WORKERS, 0);
        long window = keys.optional("window", Quantities.DURATION, 0L);
        keys.done();
        return new DecisionSpec(time, perCandidate, workers, window);
    }

    private FleetSpec fleet(Node node) {
        Keys keys = reading.keys(node, "a fleet");
        FleetSpec usual = FleetSpec.USUAL;
        long period = keys.optional("period", Quantities.POSITIVE_DURATION, usual.periodNanos());
        long start = keys.optional("start", Quantities.DURATION, usual.startNanos());
        int least = keys.optional("least", LEAST, usual.least());
        int moves = keys.optional("moves", MOVES, usual.moves());
        FleetSpec.Group group = keys.optional("by", GROUP, usual.group());
        keys.done();
        return new FleetSpec(period, start, least, moves, group);
    }
}
