package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tafsim.model.Holding;
import org.tafsim.model.Operator;
import org.tafsim.model.Ownership;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;
import org.tafsim.scenario.source.Place;
import org.tafsim.scenario.source.Quantities;
import org.tafsim.scenario.source.Suggestions;

/** Reads the legal entities that run sites and services, and those who own them. */
final class OperatorSection {

    private final Reading reading;
    private final Ids ids;
    private final Set<String> statesControl = new HashSet<>(); // asked, never iterated
    private final List<NamedHolder> holders = new ArrayList<>();

    OperatorSection(Reading reading) {
        this.reading = reading;
        this.ids = new Ids("operator", reading.problems());
    }

    /** To read operators anew under another law: it knows whose control has been stated so far. */
    OperatorSection again(Reading law) {
        OperatorSection next = new OperatorSection(law);
        next.statesControl.addAll(statesControl);
        return next;
    }

    /** Somebody named as an owner, who may be described further down. */
    private record NamedHolder(String name, Place at) {}

    /**
     * All operators; who controls them is read from their owners where nothing else is stated.
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
            List<Node> copies = item instanceof Node.Fields fields
                    ? spread.overCountries(fields, "an operator", countriesInUse)
                    : List.of(item);
            copies.forEach(copy -> operator(copy).ifPresent(operators::add));
        }
        holders.forEach(holder -> checkHolder(holder, ids.all()));
        return reading.problems()
                .build(
                        scenario.at("operators"),
                        () -> Ownership.withControl(operators, operator -> statesControl.contains(operator.id())))
                .orElse(operators);
    }

    /**
     * Operators that are otherwise from a change on, with those whose control changes because their owners are; who controls
     * them is read from their owners where nothing else is stated.
     *
     * @param before all operators
     */
    List<Operator> changed(Keys change, List<Operator> before) {
        List<String> known = before.stream().map(Operator::id).toList();
        Map<String, Operator> all = new LinkedHashMap<>();
        before.forEach(operator -> all.put(operator.id(), operator));
        for (Node item : change.items("operators")) {
            operator(item).ifPresent(operator -> {
                if (known.contains(operator.id())) {
                    all.put(operator.id(), operator);
                } else {
                    reading.problems()
                            .report(
                                    item.at(),
                                    "there is no operator '%s' that could change.".formatted(operator.id()),
                                    Suggestions.maybe(operator.id(), known));
                }
            });
        }
        holders.forEach(holder -> checkHolder(holder, known));
        return reading.problems()
                .build(
                        change.at("operators"),
                        () -> Ownership.withControl(
                                        List.copyOf(all.values()), operator -> statesControl.contains(operator.id()))
                                .stream()
                                .filter(operator -> !before.contains(operator))
                                .toList())
                .orElse(List.of());
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
        List<Holding> owners = owners(keys);
        List<String> establishments = reading.countries(keys, "establishments");
        List<String> undertakings = keys.oneOrMore("undertakings", RuleWords.UNDERTAKING);
        keys.done();
        if (control.isEmpty()) {
            statesControl.remove(id);
        } else {
            statesControl.add(id);
        }
        List<String> controlledFrom = control.isEmpty() ? List.of(seat) : control;
        return reading.problems()
                .build(keys.at(), () -> new Operator(id, seat, controlledFrom, owners, establishments, undertakings));
    }

    private List<Holding> owners(Keys operator) {
        List<Holding> owners = new ArrayList<>();
        for (Node item : operator.items("owners")) {
            Keys keys = reading.keys(item, "an owner");
            String holder = keys.required("of", Format.TEXT.named("an operator or a country", "DE"));
            double share = keys.required("share", Quantities.FRACTION.that(held -> held > 0, "be more than zero"));
            keys.done();
            holders.add(new NamedHolder(holder, keys.at("of")));
            reading.problems()
                    .build(keys.at(), () -> new Holding(holder, share))
                    .ifPresent(owners::add);
        }
        return owners;
    }

    private void checkHolder(NamedHolder holder, Collection<String> operators) {
        if (!operators.contains(holder.name()) && !reading.catalog().countries().containsKey(holder.name())) {
            List<String> known = new ArrayList<>(operators);
            known.addAll(reading.catalog().countries().keySet());
            reading.problems()
                    .report(
                            holder.at(),
                            "\"%s\" is neither an operator here nor a country code.".formatted(holder.name()),
                            Suggestions.maybe(holder.name(), known));
        }
    }

    /** A reference to one of them. */
    Format<String> reference() {
        return ids.reference();
    }
}
