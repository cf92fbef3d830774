package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tafsim.model.PolicySpec;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads the policies to run the scenario under: an id, or a type with a label and parameters. */
final class PolicySection {

    private final Reading reading;
    private final Format<String> type;
    private final Ids ids;

    PolicySection(Reading reading) {
        this.reading = reading;
        this.type = Format.word("a policy", reading.policies().routing().ids());
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
        keys.done();
        return new PolicySpec(label, id, parameters);
    }
}
