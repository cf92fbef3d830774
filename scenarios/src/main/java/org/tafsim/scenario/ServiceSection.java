package org.tafsim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tafsim.model.Service;
import org.tafsim.scenario.source.Format;
import org.tafsim.scenario.source.Keys;
import org.tafsim.scenario.source.Node;

/** Reads the services that sites use. */
final class ServiceSection {

    private final Reading reading;
    private final Format<String> operator;
    private final Ids ids;

    ServiceSection(Reading reading, Format<String> operator) {
        this.reading = reading;
        this.operator = operator;
        this.ids = new Ids("service", reading.problems());
    }

    /**
     * All services.
     *
     * @param countriesInUse over which {@code per: country} spreads where nothing else is said
     */
    List<Service> read(Keys scenario, List<String> countriesInUse) {
        Spread spread = new Spread(reading);
        List<Service> services = new ArrayList<>();
        for (Node item : scenario.items("services")) {
            List<Node> copies = item instanceof Node.Fields fields
                    ? spread.overCountries(fields, "a service", countriesInUse)
                    : List.of(item);
            copies.forEach(copy -> service(copy).ifPresent(services::add));
        }
        return services;
    }

    private Optional<Service> service(Node node) {
        Keys keys = reading.keys(node, "a service");
        keys.find("per");
        keys.find("where");
        String id = keys.required("id", Format.TEXT);
        ids.claim(id, keys.at("id"));
        List<String> countries = keys.find("country", reading.catalog().country())
                .map(List::of)
                .orElseGet(() -> reading.countries(keys, "countries"));
        if (keys.has("country") && keys.has("countries")) {
            reading.problems().report(keys.at("countries"), "'country' and 'countries' do not go together.");
        }
        String operatorId = keys.required("operator", operator);
        List<String> certificates = keys.oneOrMore("certificates", Format.TEXT);
        List<String> keyCountries = reading.countries(keys, "keys");
        keys.done();
        return reading.problems()
                .build(keys.at(), () -> new Service(id, countries, operatorId, certificates, keyCountries));
    }

    /** A reference to one of them. */
    Format<String> reference() {
        return ids.reference();
    }
}
