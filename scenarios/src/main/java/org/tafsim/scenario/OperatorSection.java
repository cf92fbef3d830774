package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Operator;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads the legal entities that run sites. */
final class OperatorSection {

    private final Reading reading;
    private final Ids ids;

    OperatorSection(Reading reading) {
        this.reading = reading;
        this.ids = new Ids("operator", reading.problems());
    }

    /**
     * All operators.
     *
     * @param countriesInUse over which {@code per: country} spreads where nothing else is said
     */
    List<Operator> read(Keys scenario, List<String> countriesInUse) {
        if (!scenario.has("operators")) {
            reading.problems()
                    .report(
                            scenario.at(),
                            "a scenario needs the key 'operators', e.g. operators: [{id: telco, seat: DE}]");
        }
        Spread spread = new Spread(reading);
        List<Operator> operators = new ArrayList<>();
        for (Node item : scenario.items("operators")) {
            List<Node> copies =
                    item instanceof Node.Fields fields ? spread.overCountries(fields, countriesInUse) : List.of(item);
            copies.forEach(copy -> operator(copy).ifPresent(operators::add));
        }
        return operators;
    }

    private Optional<Operator> operator(Node node) {
        Keys keys = reading.keys(node, "an operator");
        keys.find("per");
        keys.find("where");
        String id = keys.required("id", Format.TEXT);
        ids.claim(id, keys.at("id"));
        String seat = keys.required("seat", reading.catalog().country());
        List<String> control =
                keys.oneOrMore("controlledFrom", reading.catalog().country());
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new Operator(id, seat, control.isEmpty() ? List.of(seat) : control));
    }

    /** A reference to one of them. */
    Format<String> reference() {
        return ids.reference();
    }
}
